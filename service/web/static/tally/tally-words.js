// Messages in the reader's language, with their places filled and whole numbers in the reader's digits.
const LANGUAGES = [[/\p{Script=Bengali}/u, "bn"], [/\p{Script=Devanagari}/u, "ne"]];

export const languageOf = (text) => LANGUAGES.find(([script]) => script.test(text))?.[1] ?? "en";

export class Words {
  constructor(messages) {
    this.messages = messages;
    this.digit = [...messages.digits];
  }

  digits(text) {
    return String(text).replace(/[0-9]/g, (sign) => this.digit[sign]);
  }

  say(message, values = {}) {
    return this.messages[message].replace(/\{(\w+)\}/g, (_, place) =>
      typeof values[place] === "number" ? this.digits(values[place]) : values[place]);
  }

  duration(seconds) {
    const whole = Math.round(seconds);
    if (whole < 60) return this.say("seconds", { s: whole });
    if (whole < 600 && whole % 60) return this.say("minutes_seconds", { m: Math.floor(whole / 60), s: whole % 60 });
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return this.say("minutes", { m: minutes });
    return this.say("hours_minutes", { h: Math.floor(minutes / 60), m: minutes % 60 });
  }

  running(seconds) {
    const whole = Math.floor(seconds);
    const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    const parts = h ? [h, String(m).padStart(2, "0")] : [m];
    return this.digits([...parts, String(s).padStart(2, "0")].join(":"));
  }
}
