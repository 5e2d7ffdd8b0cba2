/** How questions are asked in French. */
import { en } from './en.ts'
import { NOWHERE, patterns } from './kind.ts'
import type { QuestionWords } from './words.ts'

const CHANGES =
  /^\s{0,9}(?:qu['’]est-ce qui (?:a|ont)|comment (?:a|ont)) changé(?: (?:dans|à|de|avec|pour|sur))?(?!\p{L})\s{0,9}(?:(?:le|la|les) )?(?<subject>.{0,300})/iu

export const fr: QuestionWords = {
  ...en,
  kinds: patterns(
    [
      'help',
      /^\s{0,9}(?:(?:bonjour|bonsoir|salut|merci(?: beaucoup)?|au revoir|aide)[\s!.,]{0,9}){1,6}$|qui es[- ]tu|qui êtes[- ]vous|que (?:peux|sais)[- ]tu|que pouvez[- ]vous|comment (?:ça|cela) (?:marche|fonctionne)|que puis-je (?:te |vous )?demander|quels? (?:documents|sources|articles|sujets) (?:as|avez|y a)/iu,
    ],
    ['timeline', CHANGES],
    [
      'timeline',
      /^\s{0,9}(?:(?:une? |la )?(?:chronologie|frise)|que s['’]est-il passé|qu['’]est-il arrivé)(?!\p{L})(?: (?:de la|du|des|de|le|en))*\s{0,9}(?<subject>.{0,300})/iu,
    ],
    [
      'timeline',
      /^\s{0,9}(?:quoi de neuf|quelles sont les (?:dernières|nouvelles)|les dernières nouvelles)(?!\p{L})(?: (?:sur|de|du|à propos))*\s{0,9}(?<subject>.{0,300})/iu,
    ],
    [
      'comparison',
      /(?:compar\p{L}{0,30}|le pour et le contre|pour et contre|avantages et (?:les )?inconvénients|différences? entre|désaccords?)(?!\p{L})/iu,
    ],
    [
      'summary',
      /^\s{0,9}(?:résum\p{L}{0,30}|(?:fais|donne)[- ]moi (?:un )?(?:résumé|aperçu)|(?:un )?aperçu|expliqu\p{L}{0,30}|de quoi (?:s['’]agit-il|parle))(?!\p{L})(?: (?:de la|du|des|de|le|la|les|sur))*\s{0,9}(?<subject>.{0,300})/iu,
    ],
    [
      'list',
      /^\s{0,9}(?:(?:liste|énumère|énumérez|cite|citez|nomme)\p{L}{0,30}(?: (?:de|toutes|tous|les|des))*\s{0,9}(?<subject>.{0,300})|(?:quelles|quels) (?:sont|étaient|ont été)? ?(?:les )?(?<what>(?:revendications|conditions|mesures|raisons|pays|entreprises|organisations|points|avantages|risques|exigences)(?!\p{L}).{0,300}))/iu,
    ],
    [
      'said',
      /^\s{0,9}(?:qui a (?:dit|déclaré|affirmé|averti)(?!\p{L})(?<subject>.{0,300})|(?:que|qu['’]a) (?:dit|pense|déclaré) (?<who>.{0,300}?)(?: sur .{0,300}| de .{0,300})?$)/iu,
    ],
    ['why', /^\s{0,9}(?:et )?pourquoi(?!\p{L})\s{0,9}(?<subject>.{0,300})/iu],
    [
      'definition',
      /^\s{0,9}(?:qu['’]est-ce que?|qui (?:est|sont)|c['’]est quoi) (?:le |la |les |l['’]|un |une )?(?<subject>\S{1,40}(?:\s{1,3}\S{1,40}){0,3}?)[\s?.!]*$|que (?:veut dire|signifie) (?<other>.{1,300})/iu,
    ],
  ),
  asking: /^\s{0,9}(?:résum|énumèr|énumér|list|cite|nomm|expliqu)\p{L}{0,30}/giu,
  form: /\ben (?<count>\d|une?|deux|trois|quatre|cinq)\s{1,9}(?:points?|phrases?|lignes?)\b/iu,
  suggestions: ['résumé sur %', 'chronologie de %', 'les dernières nouvelles sur %'],
  filler:
    /^(?:(?:le|la|les|de|du|des|sur|s['’]il (?:te|vous) plaît)(?:\s{1,9}|$)){1,8}|(?:\s{1,9}s['’]il (?:te|vous) plaît)$/giu,
  loose: NOWHERE,
  changes: CHANGES,
  latest:
    /\b(?:derni(?:er|ère)s?|plus récente?s?|actuel(?:le)?s?|actuellement|maintenant|en ce moment|en vigueur)\b/iu,
  since: /\b(?:depuis|après|à partir de)\s{1,9}(?:le\s{1,9})?$/iu,
  until: /\b(?:jusqu['’]au?|avant)\s{1,9}(?:le\s{1,9})?$/iu,
  relativeDays: [
    { pattern: /\baujourd['’]hui\b/iu, from: 0, to: 0 },
    { pattern: /\bhier\b/iu, from: 1, to: 1 },
    { pattern: /\b(?:cette semaine|récemment|ces derniers jours)\b/iu, from: 7, to: 0 },
    { pattern: /\bla semaine dernière\b/iu, from: 14, to: 7 },
  ],
  inEnglish: [
    [
      /\bcombien d['’]argent\b|\bcombien (?:coûte|a coûté|ont coûté|vaut|gagne|paie)\p{L}{0,30}/iu,
      'how much money cost',
    ],
    [/\bcombien de temps\b/iu, 'how long'],
    [/\bcombien (?:de |d['’])(?=\p{L})/iu, 'how many '],
    [/\bcombien\b/iu, 'how much'],
    [/\bquel âge\b/iu, 'how old'],
    [/\bquand\b/iu, 'when'],
    [/\b(?:en )?quelle année\b/iu, 'which year'],
    [/\bquel jour\b|\bquelle date\b/iu, 'which day'],
    [/\bquel pays\b/iu, 'which country'],
    [/(?:^|\s)(?:où|quelle ville|quel endroit)(?=\s)/iu, 'where'],
    [/\bpourquoi\b/iu, 'why'],
    [/(?<!\p{L})(?:à|de|par|avec|contre) qui\b/iu, 'whom'],
    [/\bqui\b/iu, 'who'],
    [/(?:^|\s)(?:que|qu['’]|quoi|quel(?:le)?s?)(?!\p{L})|\bqu['’]/iu, 'what'],
  ],
}
