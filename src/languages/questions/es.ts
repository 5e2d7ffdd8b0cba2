/** How questions are asked in Spanish. */
import { en } from './en.ts'
import { NOWHERE, patterns } from './kind.ts'
import type { QuestionWords } from './words.ts'

const CHANGES =
  /^[\s¿]{0,9}(?:qué|cómo) (?:ha |han )?cambi(?:ó|ado|aron)(?: (?:en|de|con))?(?!\p{L})\s{0,9}(?:(?:el|la|los|las) )?(?<subject>.{0,300})/iu

export const es: QuestionWords = {
  ...en,
  kinds: patterns(
    [
      'help',
      /^\s{0,9}(?:(?:hola|buen[oa]s (?:días|tardes|noches)|gracias|adiós|ayuda)[\s!.,¡]{0,9}){1,6}$|qui[eé]n eres|qu[eé] (?:puedes|sabes) hacer|c[oó]mo funciona (?:esto|este bot)|qu[eé] puedo preguntar|qu[eé] (?:documentos|fuentes|artículos|temas) (?:hay|tienes)/iu,
    ],
    ['timeline', CHANGES],
    [
      'timeline',
      /^\W{0,9}(?:(?:una? )?(?:cronología|línea de tiempo)|qu[eé] (?:pasó|ocurrió|sucedió) (?:el|en|desde|entre))\b(?: (?:de la|del|de))*\s{0,9}(?<subject>.{0,300})/iu,
    ],
    [
      'timeline',
      /^\W{0,9}(?:qu[eé] hay de nuevo|últimas noticias|lo último)\b(?: (?:sobre|de))*\s{0,9}(?<subject>.{0,300})/iu,
    ],
    [
      'comparison',
      /\b(?:compar\p{L}{0,30}|pros y (?:los )?contras|a favor y en contra|ventajas y (?:las )?desventajas|diferencias? entre|desacuerdos?)(?!\p{L})/iu,
    ],
    [
      'summary',
      /^\W{0,9}(?:resum\p{L}{0,30}|(?:dame |haz )?(?:un )?(?:resumen|panorama)|explica\p{L}{0,30}|de qu[eé] (?:trata|va))(?!\p{L})(?: (?:de la|del|de|sobre|el|la))*\s{0,9}(?<subject>.{0,300})/iu,
    ],
    [
      'list',
      /^\W{0,9}(?:(?:enumera|lista|nombra|haz una lista)\p{L}{0,30}(?: (?:de|todos|todas|los|las))*\s{0,9}(?<subject>.{0,300})|(?:qu[eé]|cu[aá]les (?:son|fueron)) (?:las? |los? )?(?<what>(?:exigencias|demandas|condiciones|medidas|razones|países|empresas|organizaciones|puntos|ventajas|riesgos)\b.{0,300}))/iu,
    ],
    [
      'said',
      /^\W{0,9}(?:qui[eé]n (?:dijo|dice|afirmó|advirtió)(?!\p{L})(?<subject>.{0,300})|qu[eé] (?:dijo|dice|opina|piensa) (?<who>.{0,300}?)(?: sobre .{0,300}| de .{0,300})?$)/iu,
    ],
    ['why', /^\W{0,9}(?:y )?por qu[eé](?!\p{L})\s{0,9}(?<subject>.{0,300})/iu],
    [
      'definition',
      /^\W{0,9}(?:qu[eé]|qui[eé]n(?:es)?) (?:es|son|fue) (?:el |la |los |las |un |una )?(?<subject>\S{1,40}(?:\s{1,3}\S{1,40}){0,3}?)[?.!]{0,9}$|qu[eé] significa (?<other>.{1,300})/iu,
    ],
  ),
  asking: /^\W{0,9}(?:resum|enumer|list|nombr|explic)\p{L}{0,30}/giu,
  form: /\ben (?<count>\d|un|una|dos|tres|cuatro|cinco)\s{1,9}(?:puntos?|frases?|líneas?)\b/iu,
  suggestions: ['resumen sobre %', 'cronología de %', 'lo último sobre %'],
  filler: /^(?:(?:el|la|los|las|de|del|sobre|por favor)(?:\s{1,9}|$)){1,8}|(?:\s{1,9}por favor)$/giu,
  loose: NOWHERE,
  changes: CHANGES,
  latest: /(?<!\p{L})(?:últim[oa]s?|más recientes?|actual(?:es|mente)?|ahora|vigentes?)(?!\p{L})/iu,
  since: /\b(?:desde|después de|a partir de)\s{1,9}(?:el\s{1,9})?$/iu,
  until: /\b(?:hasta|antes de)\s{1,9}(?:el\s{1,9})?$/iu,
  relativeDays: [
    { pattern: /\bhoy\b/iu, from: 0, to: 0 },
    { pattern: /\bayer\b/iu, from: 1, to: 1 },
    { pattern: /\b(?:esta semana|recientemente|en los últimos días)\b/iu, from: 7, to: 0 },
    { pattern: /\bla semana pasada\b/iu, from: 14, to: 7 },
  ],
  inEnglish: [
    [/\bcu[aá]nto (?:dinero|cuesta|costó|cost|vale|gana|paga)\p{L}{0,30}/iu, 'how much money cost'],
    [/\bcu[aá]nto tiempo\b/iu, 'how long'],
    [/\bcu[aá]nt[oa]s (?=\p{L})/iu, 'how many '],
    [/\bcu[aá]nt[oa]\b/iu, 'how much'],
    [/\bqu[eé] edad\b/iu, 'how old'],
    [/\bcu[aá]ndo\b/iu, 'when'],
    [/\b(?:en )?qu[eé] año\b/iu, 'which year'],
    [/\b(?:en )?qu[eé] (?:día|fecha)\b/iu, 'which day'],
    [/\bqu[eé] pa[ií]s\b/iu, 'which country'],
    [/\b(?:a|de )?d[oó]nde\b|\bqu[eé] (?:ciudad|lugar)\b/iu, 'where'],
    [/\bpor qu[eé](?!\p{L})/iu, 'why'],
    [/\b(?:a|de|con|contra) qui[eé]n(?:es)?\b/iu, 'whom'],
    [/\bqui[eé]n(?:es)?\b/iu, 'who'],
    [/(?<!\p{L})(?:qué|cuál(?:es)?)(?!\p{L})|^\W{0,9}que(?!\p{L})/iu, 'what'],
  ],
}
