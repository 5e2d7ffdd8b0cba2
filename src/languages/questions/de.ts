/** How questions are asked in German. */
import { en } from './en.ts'
import { NOWHERE, patterns } from './kind.ts'
import type { QuestionWords } from './words.ts'

const CHANGES =
  /^\s{0,9}(?:was|wie) (?:hat|haben) sich (?:(?:an|bei|in|im|am) )?(?:(?:der|den|dem|die|das) )?(?<subject>.{0,300}?) ?(?:ge|ver)ändert/iu

export const de: QuestionWords = {
  ...en,
  kinds: patterns(
    [
      'help',
      /^\s{0,9}(?:(?:hallo|hi|guten (?:tag|morgen|abend)|danke(?: schön)?|tschüss|hilfe|moin|servus)[\s!.,]{0,9}){1,6}$|\bwer bist du\b|\bwas (?:kannst|weißt) du\b|\bwie funktioniert (?:das|dieser bot)\b|\bwas kann ich (?:dich )?fragen\b|\bwelche (?:dokumente|quellen|artikel|themen)\b.{0,300}(?:gibt|hast|kennst)/iu,
    ],
    ['timeline', CHANGES],
    [
      'timeline',
      /^\s{0,9}(?:(?:eine? )?(?:chronologie|zeitleiste|chronik|zeitlicher ablauf|ablauf)|was (?:ist|war) (?:seit|zwischen|am|im)|was geschah|was passierte)\b(?: (?:der|des|von|zu|zum|zur))*\s{0,9}(?<subject>.{0,300})/iu,
    ],
    [
      'timeline',
      /^\s{0,9}(?:was (?:gibt es neues|ist neu)|(?:das )?neueste)\b(?: (?:zu|zum|zur|über|von))*\s{0,9}(?<subject>.{0,300})/iu,
    ],
    [
      'comparison',
      /\b(?:vergleich\p{L}{0,30}|pro und contra|vor- und nachteile|für und wider|unterschied\p{L}{0,30}|streiten|uneinig)\b/iu,
    ],
    [
      'summary',
      /^\s{0,9}(?:bitte )?(?:(?:fass\p{L}{0,30}|fasse)\b(?<subject>.{0,300}?)(?:zusammen)?$|(?:gib mir )?(?:eine? )?(?:kurze )?(?:zusammenfassung|überblick|übersicht)\b(?: (?:über|zu|zum|zur|von|der|des))*\s{0,9}(?<about>.{0,300})|worum geht es\b(?: (?:bei|in))*\s{0,9}(?<what>.{0,300})|erkläre?\b\s{0,9}(?<other>.{0,300}))/iu,
    ],
    [
      'list',
      /^\s{0,9}(?:bitte )?(?:(?:liste|nenne|zähle)\b(?: mir)?(?: alle)?\s{0,9}(?<subject>.{0,300}?)(?: auf)?$|welche (?<what>(?:forderungen|bedingungen|maßnahmen|gründe|länder|firmen|organisationen|auflagen|punkte|vorteile|risiken|schritte)\b.{0,300}))/iu,
    ],
    [
      'said',
      /^\s{0,9}(?:wer (?:hat )?(?:gesagt|sagte|sagt|behauptet|warnt)\b(?<subject>.{0,300})|was (?:sagt|sagte|meint|denkt|hält|hat)\b (?<who>.{0,300}?)(?: gesagt| zu .{0,300}| über .{0,300}| von .{0,300})?$)/iu,
    ],
    ['why', /^\s{0,9}(?:und )?(?:warum|weshalb|wieso|aus welchem grund)\b\s{0,9}(?<subject>.{0,300})/iu],
    [
      'definition',
      /^\s{0,9}(?:was|wer) (?:ist|sind|war) (?:der |die |das |ein |eine )?(?<subject>\S{1,40}(?:\s{1,3}\S{1,40}){0,3}?)[?.!]{0,9}$|was bedeutet (?<other>.{1,300})/iu,
    ],
  ),
  asking:
    /^\s{0,9}(?:bitte )?(?:nenne?|liste|zähle|fasse?|erkläre?)\b(?: (?:mir|bitte))?|\bwie (?=\p{L})|\b(?:viele?[nr]?|lange|hoch|laut)\b/giu,
  form: /\bin (?<count>\d|einem|zwei|drei|vier|fünf)\s{1,9}(?:kurzen )?(?:punkten|sätzen|satz|stichpunkten|zeilen)\b/iu,
  suggestions: ['Zusammenfassung über %', 'Chronologie zu %', 'das Neueste zu %'],
  filler: /^(?:(?:der|die|das|den|dem|des|über|zu|zum|zur|von|bitte)(?:\s{1,9}|$)){1,8}|(?:\s{1,9}bitte)$/giu,
  loose: NOWHERE,
  changes: CHANGES,
  latest:
    /\b(?:neueste\p{L}{0,30}|letzte\p{L}{0,30}|aktuell\p{L}{0,30}|jetzt|jetzig\p{L}{1,3}|derzeit|zurzeit|momentan|gegenwärtig)(?!\p{L})/iu,
  since: /\b(?:seit|nach|ab|von)\s{1,9}(?:dem\s{1,9})?$/iu,
  until: /\b(?:bis|vor)\s{1,9}(?:zum\s{1,9}|dem\s{1,9})?$/iu,
  relativeDays: [
    { pattern: /\bheute\b/iu, from: 0, to: 0 },
    { pattern: /\bgestern\b/iu, from: 1, to: 1 },
    { pattern: /\b(?:diese woche|in dieser woche|in den letzten tagen|kürzlich)\b/iu, from: 7, to: 0 },
    { pattern: /\b(?:letzte woche|vergangene woche)\b/iu, from: 14, to: 7 },
  ],
  inEnglish: [
    [
      /\bwie ?viele? geld\b|\bwas kostet\b|\bwie ?viel\b.{0,300}\b(?:kost|zahl|verdien|wert)\p{L}{0,30}/iu,
      'how much money cost',
    ],
    [/\bwie ?viele (?=\p{L})/iu, 'how many '],
    [/\bwie ?viel\b/iu, 'how much'],
    [/\bwie lange?\b/iu, 'how long'],
    [/\bwie alt\b/iu, 'how old'],
    [/\bwie weit\b/iu, 'how far'],
    [/\bwie oft\b/iu, 'how often'],
    [/\bwie (?:groß|hoch|tief|schwer|breit)\b/iu, 'how big'],
    [/\b(?:wann|seit wann|bis wann)\b/iu, 'when'],
    [/\b(?:in )?welche[mns]? jahr\b/iu, 'which year'],
    [/\b(?:an )?welche[mnr]? tag\b/iu, 'which day'],
    [/\bwelche[mnrs]? land\b/iu, 'which country'],
    [/\b(?:wo|wohin|woher|welche[mnrs]? (?:stadt|ort))\b/iu, 'where'],
    [/\b(?:wen|wem|wessen)\b/iu, 'whom'],
    [/\bwer\b/iu, 'who'],
    [/\b(?:warum|weshalb|wieso|weswegen)\b/iu, 'why'],
    [/\b(?:was|welche[mnrs]?|wofür|wogegen|womit)\b/iu, 'what'],
  ],
}
