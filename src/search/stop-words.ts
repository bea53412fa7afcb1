/**
 * Words that questions are made of and that say nothing of what is asked for. They
 * count for little; a query of nothing else is asked as it is. Only English has a
 * list: in other languages words that stand everywhere count for little by themselves.
 */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en:
    "a about am an and any are as at be been being but by can can't cannot could did do does " +
    "doesn't doing don't for from get gets getting had has have having he her here his how how's " +
    "i i'm i've if in into is isn't it it's its just like may me might mine must my need needs no " +
    "of off on or our out please shall she should so some such than that that's the their them " +
    "then there there's these they this those to too us using very want wants was way we well " +
    "were what what's when where which who why will with without won't would you your yours",
};

/** The words of a language (BCP 47) that count for little. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const [primary = ""] = language.toLowerCase().split("-");
  return new Set(STOP_WORDS[primary]?.split(" ") ?? []);
}
