"""Text of before Unicode: letters of Latin fonts that show as Bangla (Bijoy) or Nepali (Preeti)."""
