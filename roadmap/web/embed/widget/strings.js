/** Everything the widget says, a file a language. What comes from the graph stays in the graph's language. */

/** @typedef {Record<string, string | Record<string, string>>} Words a text by its key, or one for each kind of number */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Translate */

/** The languages there are, by their tags: each is a file of `words/`. */
export const LANGUAGES = ["en", "de"];

/**
 * The language that is spoken where one is asked for: its own if there is one of its kind (`de-AT`: `de`), else English.
 * @param {string | null | undefined} tag
 */
export function spoken(tag) {
  const kind = (tag ?? "").toLowerCase().split("-", 1)[0];
  return LANGUAGES.includes(kind) ? kind : LANGUAGES[0];
}

/**
 * What says things in a language. Numbers are written the language's way; a text that comes in several numbers is chosen
 * by the value `n`.
 * @param {string} language one of `LANGUAGES`
 * @returns {Promise<Translate>}
 */
export async function translator(language) {
  /** @type {{default: Words}} */
  const { default: words } = await import(`./words/${language}.js`);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const entry = words[key];
    const text = typeof entry === "string" ? entry : (entry[plural.select(Number(values.n))] ?? entry.other);
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name];
      return typeof value === "number" ? number.format(value) : value;
    });
  };
}

/**
 * A day as it is written in a language.
 * @param {string} language
 * @param {string} day ISO date
 */
export function written(language, day) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
