"""Words of transcripts in English, Bangla and Nepali: headings that are no people, particles of names."""

from nlp.text.phrases import phrases

ATTENDEES = phrases(
    """attendees|participants|present|people present|members present|attended by|in attendance|invitees
    also present|appearances|asistentes|participantes|presentes|présents|anwesend|anwesende|teilnehmer|teilnehmende
    hadir|peserta|peserta rapat|waliohudhuria|washiriki|presenti|出席議員|出席者|出席人員|与会者|参会人员
    الحضور|المشاركون
    উপস্থিত|উপস্থিতি|অংশগ্রহণকারী|অংশগ্রহণকারীগণ|অংশগ্রহণকারীরা|উপস্থিত সদস্য|উপস্থিত ছিলেন
    उपस्थित|उपस्थिति|सहभागी|सहभागीहरू|सहभागीहरु|उपस्थित सदस्य"""
)
"""Headings of a list of those who were there."""

FURNITURE = phrases(
    """date|time|start time|end time|duration|venue|place|location|meeting|meeting title|session|agenda|agenda item
    topic|title|subject|re|note|notes|nb|n.b|ps|p.s|summary|action|actions|action item|action items
    action points|decision|decisions|next steps|next meeting|minutes|language|link|links|url|http|https|source|file
    recording|transcript|transcribed by|transcript by|absent|apologies|regrets|example|for example|e.g|i.e|warning|tags
    categories|media|description|kind|aob|any other business|matters arising|else|try|finally|sound|music|sfx
    strength|strengths|weakness|weaknesses|gap|gaps|opportunity|opportunities|threat|threats|challenge|challenges
    strong points|weak points|chorus|pre-chorus|verse|refrain|outro|fortalezas|debilidades|oportunidades|amenazas
    retos|brechas|forces|faiblesses|opportunités|menaces|lacunes|pontos fortes|pontos fracos|desafios|lacunas|estribillo
    stärken|schwächen|chancen|risiken|lücken|kekuatan|kelemahan|peluang|ancaman|tantangan|nguvu|udhaifu|fursa|changamoto
    শক্তি|সবল দিক|শক্তিশালী দিক|দুর্বলতা|দুর্বল দিক|ঘাটতি|সুযোগ|হুমকি|বলিষ্ঠ দিক
    बलियो पक्ष|सबल पक्ष|कमजोर पक्ष|दुर्बल पक्ष|कमी|कमीहरू|अवसर|अवसरहरू|चुनौतीहरू|ताकत|कमजोरी|कमजोरियाँ|चुनौतियाँ
    monday|tuesday|wednesday|thursday|friday|saturday|sunday
    phone|tel|telephone|mobile|email|e-mail|fax|website|address|content|contents
    license|licence|copyright|files|default|mission|vision|adresse|téléphone|coordonnées|dirección|teléfono|endereço
    telefone|anschrift|telefon
    fecha|hora|hora de inicio|hora de finalización|duración|lugar|modalidad|tema|asunto|título|orden del día|nota|notas
    heure|lieu|durée|sujet|objet|titre|ordre du jour|remarque|data|local|duração|pauta|observação|datum|uhrzeit|ort
    dauer|thema|titel|tagesordnung|anmerkung|hinweis|ora|luogo|durata|argomento|titolo|tanggal|waktu|tempat|durasi|topik
    judul|catatan|tarehe|mahali|muda|mada|kichwa|التاريخ|الوقت|المكان|الموضوع|दिनांक|तारीख|अवधि
    ফোন|ইমেইল|ঠিকানা|फोन|इमेल|ठेगाना
    তারিখ|সময়|স্থান|বিষয়|আলোচ্য বিষয়|আলোচ্যসূচি|সভা|শিরোনাম|নোট|বিঃ দ্রঃ|সিদ্ধান্ত|অনুপস্থিত|করণীয়|যেমন|উদাহরণ
    मिति|समय|स्थान|विषय|एजेन्डा|छलफलको विषय|बैठक|शीर्षक|नोट|निर्णय|अनुपस्थित|जस्तै|उदाहरण"""
)
"""Headings of a header or a remark, never a speaker."""

REMARKS = phrases(
    """re|note|notes|nb|n.b|ps|p.s|link|links|url|http|https|example|for example|e.g|i.e|warning|else|try|finally
    নোট|বিঃ দ্রঃ|যেমন|উদাহরণ|नोट|जस्तै|उदाहरण"""
)
"""Those of them that stand anywhere in a record, folded, not only in its header."""

NUMBERED_HEADINGS = phrases(
    """step|level|verse|part|chapter|section|item|agenda item|lesson|phase|stage|figure|table|article|clause|annex
    exercise|week|day|session
    ধাপ|স্তর|পর্ব|অধ্যায়|অধ্যায়|অনুচ্ছেদ|ধারা|দিন|অধিবেশন|चरण|तह|भाग|अध्याय|धारा|अनुच्छेद|खण्ड|दिन|सत्र"""
)
"""Headings that are counted, folded and without their number: `Step 1`, `Level 2`, never a speaker."""

PARTNERS = phrases("""question|answer|i|me|you|he|she|we|they|them|us|প্রশ্ন|উত্তর|আমি|আপনি|प्रश्न|उत्तर|म|मैं|तपाईं|आप""")
"""Words of sentences that name those who take part in a conversation, folded."""

HEADER_WORDS = phrases(
    """presenter|presenters|speakers|host|hosts|guest|guests|product|project|context|background|purpose|objective
    objetivo|objetivos|objectif|objectifs|ziel|tujuan|lengo|contexto|contexte|kontext|resumen|resumo|résumé|proyecto
    projet|projeto|projekt|proyek|mradi|before|classification|reference
    objectives|organisation|organization|company|client|department|attendance|format|instructor|author|authors|editor
    published|status|type|version|overview|about|introduction|call title|company domain|call type|duration (min)
    উপস্থাপক|প্রকল্প|প্রেক্ষাপট|উদ্দেশ্য|সংস্থা|প্রতিষ্ঠান|प्रस्तोता|परियोजना|सन्दर्भ|उद्देश्य|संस्था|पृष्ठभूमि"""
)
"""Words before a colon in the head of a record, folded; some are said by people too, but only if they recur."""

ROLES_IN_ELEMENTS = phrases(
    """interviewer|interviewee|host|guest|moderator|facilitator|narrator|respondent|participant|researcher|speaker
    entrevistador|entrevistadora|entrevistado|entrevistada|moderador|moderadora|intervieweur|enquêteur|enquêtrice
    enquêté|enquêtée|interviewerin|befragte|befragter|pewawancara|narasumber|responden|mhojaji|mhojiwa|intervistatore
    intervistatrice|intervistato|intervistata"""
)
"""What an element of a record is called that holds what one side of an interview says, folded."""

ROLES = phrases(
    """moderator|facilitator|co-facilitator|interviewer|interviewee|host|co-host|guest|presenter|chair|chairperson
    chairman|chairwoman|speaker|participant|respondent|translator|interpreter|trainer|instructor|teacher|student
    notetaker|note taker|note-taker|rapporteur|audience|operator|narrator|researcher|animator|enumerator|secretary
    organiser|organizer|coordinator|observer|panelist|panellist|editor|lead|manager|she/her|he/him|they/them
    she/they|he/they|she/her/hers|he/him/his|all|everyone|everybody|several|several voices|voices|group|unison
    সঞ্চালক|সঞ্চালিকা|সহায়ক|সহায়ক|সভাপতি|অংশগ্রহণকারী|প্রশিক্ষক|অনুবাদক|দোভাষী|উপস্থাপক|সাক্ষাৎকারগ্রহণকারী
    সাক্ষাৎকারদাতা|সবাই|সকলে|সকল|সমস্বরে|উত্তরদাতা|প্রশ্নকর্তা|पर्यवेक्षक|सहजकर्ता|सञ्चालक|अध्यक्ष|सहभागी|प्रशिक्षक|अनुवादक|दोभाषे
    प्रस्तोता|अन्तर्वार्ताकार|उत्तरदाता|प्रश्नकर्ता|सबै|सबैजना|सबैले"""
)
"""What somebody is in a meeting, and how they wish to be spoken of: a label by itself, or in brackets after a name."""

BREAKS = phrases(
    """break|tea break|coffee break|lunch break|lunch|short break|break time|pause|intermission
    বিরতি|চা বিরতি|মধ্যাহ্ন বিরতি|विश्राम|चिया ब्रेक|ब्रेक|चिया विश्राम|खाजा"""
)
"""Headings of a pause, folded."""

NAME_COLUMNS = phrases(
    "name|names|full name|participant|participants|attendee|attendees|person|who|নাম|অংশগ্রহণকারী|नाम|सहभागी"
)
"""Headings of the column with the names in a table of those present, folded."""

PRESENCE_COLUMNS = phrases("present|attended|attendance|was there|status|উপস্থিত|উপস্থিতি|उपस्थित|उपस्थिति")
"""Headings of the column that says who came, folded."""

ABSENT = phrases("no|n|absent|not present|apologies|regrets|excused|✗|✘|❌|x|না|অনুপস্থিত|छैन|अनुपस्थित")
"""What stands there for those who did not, folded."""

NAME_PARTICLES = phrases("de|da|do|dos|di|del|der|den|van|von|le|la|el|al|bin|binti|ibn|bte|e|y|of|the|and|&|ul|ur")
"""Small words inside a name that are written without a capital."""

TITLE_ABBREVIATIONS = phrases("dr|mr|mrs|ms|md|mst|mohd|prof|engr|adv|smt")
"""Abbreviations before a name, folded, whose full stop ends no sentence."""

DEVICE_BRANDS = phrases(
    """iphone|ipad|ipod|imac|macbook|galaxy|samsung|redmi|oppo|vivo|xiaomi|realme|nokia|huawei|itel|tecno|infinix
    oneplus|poco|android"""
)
"""Names of devices, folded, which stand in a label whose owner wrote no name."""

SENTENCE_WORDS = phrases(
    """i|we|you|he|she|it|they|me|us|him|them|my|our|your|his|her|its|their|this|that|these|those|there|here|and|but|or
    so|if|then|because|when|where|what|who|which|how|why|is|are|was|were|be|been|have|has|had|did|does|can|could|should
    would|not|no|yes|yeah|okay|ok|well|now|also|just|for|with|from|to|about|as|than|all|some|many|more|most|one|two|three
    first|second|third|next|last|finally|thing|things|way|example|instance|question|questions|answer|answers|point|points
    budget|plan|plans|risk|risks|challenge|challenges|goal|goals|aim|result|results|outcome|outcomes|lesson|lessons
    solution|solutions|recommendation|recommendations|comment|comments|remark|observation|step|option|conclusion|task
    deadline|opinion|cost|costs|education|experience|references|skills|history|examination|complaint|diagnosis
    treatment|purpose|approach|method|methods|materials|ingredients|added|fixed|changed|removed|target|benefit|advantage|disadvantage|update|feedback|suggestion|strength|weakness
    problem|problems|reason|reasons|idea|remember|reminder|important|says|say|asked|key|basically|actually|maybe|again|thank|thanks|please|like|plus
    amra|amar|amader|kintu|jemon|tarpor|ekta|karon|mero|hamro|tyo|bhane|kura|jastai|kinaki|tyaspachi
    আমি|আমরা|আমার|আমাদের|কিন্তু|মানে|যেমন|তারপর|একটা|যদি|কারণ|এটা|প্রশ্ন|উত্তর|সমস্যা|সমাধান|পরিকল্পনা|বাজেট|ঝুঁকি
    ফলাফল|লক্ষ্য|উদ্দেশ্য|চ্যালেঞ্জ|প্রস্তাব|সুপারিশ|কথা|কথাটা|কথাটি|বিষয়টা|বিষয়টি|মূল|আসল|প্রথম|প্রথমত|দ্বিতীয়ত|শেষে|সবশেষে|কাজ|হলো|হল
    म|मेरो|हामी|हाम्रो|तर|भने|कुरा|जस्तै|किनभने|किनकि|त्यसपछि|यो|त्यो|प्रश्न|उत्तर|समस्या|समाधान|योजना|बजेट|जोखिम
    মতামত|মন্তব্য|অভিমত|टिप्पणी|राय|नतिजा|लक्ष्य|चुनौती|प्रस्ताव|सुझाव|मुख्य|पहिलो|दोस्रो|अन्तिम|काम|हो"""
)
"""Words of sentences and headings, folded: a label seen once that has one is no name unless all words have capitals."""

VISARGA_ABBREVIATIONS = phrases("মো|মোছা|মোসা|ডা|ড|প্রো|বি|দ্র|सं|प्रा|डा")
"""Abbreviations that a visarga ends, so that it is no colon."""

NOBODY = phrases(
    """unknown|unknown speaker|unidentified|unidentified speaker|unidentified participant|speaker unknown|speaker ?
    inaudible|অজানা|অজানা বক্তা|अज्ञात|अज्ञात वक्ता"""
)
"""Labels that say that the speaker is not known."""

SOMEBODY = phrases(
    """voice|voices|someone|somebody|unidentified|unknown|inaudible|attendee|bystander|voz|alguien|alguém|voix|quelqu'un
    stimme|jemand|suara|seseorang|sauti|mtu|صوت|কণ্ঠ|কণ্ঠস্বর|একজন|কেউ|জনৈক|आवाज|आवाज़|कोही|कसैले|कोई|किसी"""
)
"""Words of a label that tells of somebody without a name, folded."""

NOBODY_KNOWN = "Unknown speaker"
"""One of them, for words whose speaker cannot be told."""

CHAT_FROM = phrases(
    """from|de|von|da|van|fra|från|od|dari|từ|от|від|gönderen|kimden|mula kay|start
    开始|来自|从|從|由|发件人|寄件人|開始|送信者|발신자|보낸 사람"""
)
"""The word before the sender in a saved chat, folded."""

CHAT_TO = phrases(
    """to|à|an|a|para|naar|aan|til|till|do|ke|kepada|đến|tới|кому|для|до|alıcı|kime
    收件人|到|至|给|給|接收者|終了|宛先|수신자|받는 사람"""
)
"""The word before those to whom a message was sent, folded."""

DELETED_MESSAGE = phrases(
    """this message was deleted|you deleted this message|this message has been deleted|message deleted
    this message was deleted by an admin|se eliminó este mensaje|eliminaste este mensaje|este mensaje fue eliminado
    ce message a été supprimé|vous avez supprimé ce message|message supprimé|mensagem apagada|esta mensagem foi apagada
    você apagou esta mensagem|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht|pesan ini telah dihapus
    anda menghapus pesan ini|تم حذف هذه الرسالة|حذفت هذه الرسالة|لقد حذفت هذه الرسالة
    এই বার্তাটি মুছে ফেলা হয়েছে|এই বার্তাটি মুছে দেওয়া হয়েছে|আপনি এই বার্তাটি মুছে ফেলেছেন|এই মেসেজটি ডিলিট করা হয়েছে
    यो सन्देश मेटाइएको थियो|यो सन्देश मेटाइएको छ|तपाईंले यो सन्देश मेट्नुभयो|यह मैसेज डिलीट किया गया
    यह मैसेज डिलीट कर दिया गया|आपने यह मैसेज डिलीट किया|यह संदेश हटा दिया गया था|आपने यह संदेश हटा दिया
    এই মেসেজটি মুছে ফেলা হয়েছে|আপনি এই মেসেজটি মুছে ফেলেছেন
    यो सन्देश मेटाइयो|तपाईंले यो सन्देश मेटाउनुभयो|यह मैसेज हटा दिया गया था|आपने यह मैसेज हटा दिया"""
)
"""What chats show in place of a message that was deleted, folded, without a full stop."""

NO_MESSAGE = DELETED_MESSAGE | phrases(
    """null|waiting for this message. this may take a while|live location shared|missed voice call|missed video call
    missed group voice call|missed group video call|missed voice call. tap to call back
    missed video call. tap to call back|image omitted|video omitted|video note omitted|audio omitted|gif omitted
    sticker omitted|document omitted|contact card omitted|media omitted|poll omitted|view once voice message omitted
    imagen omitida|foto omitida|vídeo omitido|video omitido|audio omitido|multimedia omitido|archivo omitido
    documento omitido|sticker omitido|gif omitido|tarjeta de contacto omitida|imagem ocultada|imagem omitida
    vídeo ocultado|áudio ocultado|áudio omitido|mídia omitida|mídia oculta|documento ocultado|figurinha omitida
    image absente|vidéo absente|audio omis|médias omis|document absent|document omis|sticker absent|gif absent
    bild weggelassen|video weggelassen|audio weggelassen|sticker weggelassen|dokument weggelassen|medien ausgeschlossen
    gambar tidak disertakan|video tidak disertakan|audio tidak disertakan|media tidak disertakan|stiker tidak disertakan
    تم استبعاد الوسائط|تم استبعاد الصورة|تم استبعاد الفيديو|الصورة محذوفة|صورة محذوفة|فيديو محذوف|صوت محذوف|وسائط محذوفة
    মিডিয়া বাদ দেওয়া হয়েছে|মিডিয়া বাদ দেয়া হয়েছে|মিডিয়া বাদ পড়েছে|ছবি বাদ দেওয়া হয়েছে|ভিডিও বাদ দেওয়া হয়েছে
    অডিও বাদ দেওয়া হয়েছে|স্টিকার বাদ দেওয়া হয়েছে|নথি বাদ দেওয়া হয়েছে|ডকুমেন্ট বাদ দেওয়া হয়েছে
    मिडिया हटाइयो|मिडिया हटाइएको|मिडिया छुटाइयो|तस्बिर छुटाइयो|तस्बिर हटाइयो|भिडियो छुटाइयो|भिडियो हटाइयो
    अडियो छुटाइयो|अडियो हटाइयो|स्टिकर छुटाइयो|कागजात छुटाइयो|मीडिया शामिल नहीं|मीडिया के बिना|मीडिया छोड़ा गया
    चित्र शामिल नहीं|इमेज शामिल नहीं है|फ़ोटो शामिल नहीं है|वीडियो शामिल नहीं है|ऑडियो शामिल नहीं है"""
)
"""What chats show in place of a message that was deleted or is no text, folded, without a full stop."""

NO_SPEAKER_TIERS = phrases(
    "|word|words|phone|phones|phoneme|phonemes|phrase|phrases|syllable|syllables|sentence|sentences|note|notes|comment"
    "|comments|silences|segments|utterance|utterances|text|gloss|translation|pos|gesture|gestures|gaze|phons|default|transcription"
)
"""Names of tiers that say what kind of thing is in them, not who spoke, folded."""
