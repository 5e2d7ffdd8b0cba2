/** How questions are asked in German, Spanish, French, Russian and Chinese. */

import { en } from './en.ts'
import type { Kind, KindPattern } from './kind.ts'
import type { QuestionWords } from './words.ts'

const patterns = (...kinds: [Kind, RegExp][]): KindPattern[] =>
  kinds.map(([kind, pattern]) => ({ kind, pattern }))

const none = /(?!)/u

export const de: QuestionWords = {
  ...en,
  kinds: patterns(
    [
      'help',
      /^\s{0,9}(?:(?:hallo|hi|guten (?:tag|morgen|abend)|danke(?: schön)?|tschüss|hilfe|moin|servus)[\s!.,]{0,9}){1,6}$|\bwer bist du\b|\bwas (?:kannst|weißt) du\b|\bwie funktioniert (?:das|dieser bot)\b|\bwas kann ich (?:dich )?fragen\b|\bwelche (?:dokumente|quellen|artikel|themen)\b.{0,300}(?:gibt|hast|kennst)/iu,
    ],
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
  form: /\bin (?<count>\d|einem|zwei|drei|vier|fünf)\s{1,9}(?:kurzen )?(?:punkten|sätzen|satz|stichpunkten|zeilen)\b/iu,
  suggestions: ['Zusammenfassung über %', 'Chronologie zu %', 'das Neueste zu %'],
  filler: /^(?:(?:der|die|das|den|dem|des|über|zu|zum|zur|von|bitte)(?:\s{1,9}|$)){1,8}|(?:\s{1,9}bitte)$/giu,
  loose: none,
  latest: /\b(?:neueste\p{L}{0,30}|letzte\p{L}{0,30}|aktuell\p{L}{0,30})\b/iu,
  since: /\b(?:seit|nach|ab|von)\s{1,9}(?:dem\s{1,9})?$/iu,
  until: /\b(?:bis|vor)\s{1,9}(?:zum\s{1,9}|dem\s{1,9})?$/iu,
  relativeDays: [
    { pattern: /\bheute\b/iu, from: 0, to: 0 },
    { pattern: /\bgestern\b/iu, from: 1, to: 1 },
    { pattern: /\b(?:diese woche|in dieser woche|in den letzten tagen|kürzlich)\b/iu, from: 7, to: 0 },
    { pattern: /\b(?:letzte woche|vergangene woche)\b/iu, from: 14, to: 7 },
  ],
}

export const es: QuestionWords = {
  ...en,
  kinds: patterns(
    [
      'help',
      /^\s{0,9}(?:(?:hola|buen[oa]s (?:días|tardes|noches)|gracias|adiós|ayuda)[\s!.,¡]{0,9}){1,6}$|qui[eé]n eres|qu[eé] (?:puedes|sabes) hacer|c[oó]mo funciona (?:esto|este bot)|qu[eé] puedo preguntar|qu[eé] (?:documentos|fuentes|artículos|temas) (?:hay|tienes)/iu,
    ],
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
  form: /\ben (?<count>\d|un|una|dos|tres|cuatro|cinco)\s{1,9}(?:puntos?|frases?|líneas?)\b/iu,
  suggestions: ['resumen sobre %', 'cronología de %', 'lo último sobre %'],
  filler: /^(?:(?:el|la|los|las|de|del|sobre|por favor)(?:\s{1,9}|$)){1,8}|(?:\s{1,9}por favor)$/giu,
  loose: none,
  latest: /(?:últim[oa]s?|más recientes?)(?!\p{L})/iu,
  since: /\b(?:desde|después de|a partir de)\s{1,9}(?:el\s{1,9})?$/iu,
  until: /\b(?:hasta|antes de)\s{1,9}(?:el\s{1,9})?$/iu,
  relativeDays: [
    { pattern: /\bhoy\b/iu, from: 0, to: 0 },
    { pattern: /\bayer\b/iu, from: 1, to: 1 },
    { pattern: /\b(?:esta semana|recientemente|en los últimos días)\b/iu, from: 7, to: 0 },
    { pattern: /\bla semana pasada\b/iu, from: 14, to: 7 },
  ],
}

export const fr: QuestionWords = {
  ...en,
  kinds: patterns(
    [
      'help',
      /^\s{0,9}(?:(?:bonjour|bonsoir|salut|merci(?: beaucoup)?|au revoir|aide)[\s!.,]{0,9}){1,6}$|qui es[- ]tu|qui êtes[- ]vous|que (?:peux|sais)[- ]tu|que pouvez[- ]vous|comment (?:ça|cela) (?:marche|fonctionne)|que puis-je (?:te |vous )?demander|quels? (?:documents|sources|articles|sujets) (?:as|avez|y a)/iu,
    ],
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
  form: /\ben (?<count>\d|une?|deux|trois|quatre|cinq)\s{1,9}(?:points?|phrases?|lignes?)\b/iu,
  suggestions: ['résumé sur %', 'chronologie de %', 'les dernières nouvelles sur %'],
  filler:
    /^(?:(?:le|la|les|de|du|des|sur|s['’]il (?:te|vous) plaît)(?:\s{1,9}|$)){1,8}|(?:\s{1,9}s['’]il (?:te|vous) plaît)$/giu,
  loose: none,
  latest: /\b(?:derni(?:er|ère)s?|plus récente?s?)\b/iu,
  since: /\b(?:depuis|après|à partir de)\s{1,9}(?:le\s{1,9})?$/iu,
  until: /\b(?:jusqu['’]au?|avant)\s{1,9}(?:le\s{1,9})?$/iu,
  relativeDays: [
    { pattern: /\baujourd['’]hui\b/iu, from: 0, to: 0 },
    { pattern: /\bhier\b/iu, from: 1, to: 1 },
    { pattern: /\b(?:cette semaine|récemment|ces derniers jours)\b/iu, from: 7, to: 0 },
    { pattern: /\bla semaine dernière\b/iu, from: 14, to: 7 },
  ],
}

export const ru: QuestionWords = {
  ...en,
  kinds: patterns(
    [
      'help',
      /^\s{0,9}(?:(?:привет|здравствуй(?:те)?|добрый (?:день|вечер)|спасибо|пока|помощь)[\s!.,]{0,9}){1,6}$|кто ты|что ты (?:умеешь|можешь|знаешь)|как (?:это|бот) работает|о ч[её]м (?:тебя )?можно спросить|какие (?:документы|источники|статьи|темы) (?:есть|у тебя)/iu,
    ],
    [
      'timeline',
      /^\s{0,9}(?:хронологи\p{L}{0,30}|хроника|что (?:произошло|случилось|было))\s{0,9}(?<subject>.{0,300})/iu,
    ],
    ['timeline', /^\s{0,9}(?:что нового|последние новости)\s{0,9}(?:о |об |про )?(?<subject>.{0,300})/iu],
    [
      'comparison',
      /(?:сравни\p{L}{0,30}|плюсы и минусы|за и против|преимущества и недостатки|различи\p{L}{0,30} между|разноглас\p{L}{0,30})/iu,
    ],
    [
      'summary',
      /^\s{0,9}(?:кратко |коротко )?(?:резюм\p{L}{0,30}|подвед\p{L}{0,30} итог\p{L}{0,30}|обзор|краткое содержание|расскажи\p{L}{0,30}|объясни\p{L}{0,30}|перескажи\p{L}{0,30}|в ч[её]м суть)\s{0,9}(?:о |об |про )?(?<subject>.{0,300})/iu,
    ],
    [
      'list',
      /^\s{0,9}(?:(?:перечисли\p{L}{0,30}|назови\p{L}{0,30}|список)\s{0,9}(?:все |всех )?(?<subject>.{0,300})|как(?:ие|ими|их) (?<what>(?:требован\p{L}{0,30}|услови\p{L}{0,30}|мер\p{L}{0,30}|причин\p{L}{0,30}|стран\p{L}{0,30}|компани\p{L}{0,30}|организаци\p{L}{0,30}|пункт\p{L}{0,30}).{0,300}))/iu,
    ],
    [
      'said',
      /^\s{0,9}(?:кто (?:сказал|заявил|говорит|утвержда\p{L}{0,30}|предупредил)(?<subject>.{0,300})|что (?:сказал|сказала|заявил|заявила|думает|говорит) (?<who>.{0,300}?)(?: о .{0,300}| об .{0,300}| про .{0,300})?$)/iu,
    ],
    ['why', /^\s{0,9}(?:а |и )?(?:почему|зачем|по какой причине)\s{0,9}(?<subject>.{0,300})/iu],
    [
      'definition',
      /^\s{0,9}(?:что такое|кто так(?:ой|ая|ие))\s{1,9}(?<subject>\S{1,40}(?:\s{1,3}\S{1,40}){0,3}?)[?.!]{0,9}$|что (?:значит|означает) (?<other>.{1,300})/iu,
    ],
  ),
  form: /(?:^|\s)в (?<count>\d|одном|двух|трёх|трех|четырёх|пяти)\s{1,9}(?:пункт\p{L}{0,30}|предложени\p{L}{0,30}|строк\p{L}{0,30})/iu,
  suggestions: ['обзор %', 'хронология %', 'последние новости о %'],
  filler: /^(?:(?:пожалуйста)(?:\s{1,9}|$)){1,8}|(?:\s{1,9}пожалуйста)$/giu,
  loose: none,
  latest: /последн\p{L}{0,30}|новейш\p{L}{0,30}/iu,
  since: /(?:^|\s)(?:с|после|начиная с)\s{1,9}$/iu,
  until: /(?:^|\s)(?:до|перед)\s{1,9}$/iu,
  relativeDays: [
    { pattern: /сегодня/iu, from: 0, to: 0 },
    { pattern: /вчера/iu, from: 1, to: 1 },
    { pattern: /на этой неделе|недавно|в последние дни/iu, from: 7, to: 0 },
    { pattern: /на прошлой неделе/iu, from: 14, to: 7 },
  ],
}

export const zh: QuestionWords = {
  ...en,
  kinds: patterns(
    [
      'help',
      /^\s{0,9}(?:你好|您好|谢谢|再见|帮助|嗨|早上好|晚上好)[！!。.，,]*\s{0,9}$|你是谁|你(?:能|会|可以)做什么|怎么(?:使用|用)|(?:能|可以)问(?:你)?什么|有(?:哪些|什么)(?:文件|文档|来源|资料|文章)/u,
    ],
    ['timeline', /^(?<subject>.{0,300}?)(?:的)?(?:时间线|时间表|大事记|经过)|发生了什么/u],
    ['timeline', /(?:最新(?:消息|情况|进展))(?<subject>.{0,300})/u],
    ['comparison', /比较|对比|利弊|优缺点|支持和反对|正反|分歧|区别|差异/u],
    [
      'summary',
      /(?:请)?(?:总结|概括|概述|简述|介绍|摘要)(?:一下)?(?<subject>.{0,300})|^(?<about>.{0,300}?)(?:的)?(?:概况|概要|摘要|总结)/u,
    ],
    [
      'list',
      /(?:列出|列举)(?:所有|全部)?(?<subject>.{0,300})|(?:哪些|什么)(?<what>(?:要求|条件|措施|原因|国家|公司|组织).{0,300})/u,
    ],
    [
      'said',
      /谁(?:说|表示|声称|警告)(?<subject>.{0,300})|^(?<who>.{0,300}?)(?:说了什么|怎么说|怎么看|有何看法|如何评价)/u,
    ],
    ['why', /为什么|为何|原因是什么/u],
    [
      'definition',
      /^(?:什么是|谁是)(?<subject>.{0,300}?)[？?]{0,3}$|^(?<other>[^，。的]{1,8}?)是(?:什么|谁|什么意思)[？?]{0,3}$/u,
    ],
  ),
  form: /用(?<count>\d|一|两|三|四|五)(?:个要点|句话|点|条)/u,
  suggestions: ['总结%', '%的时间线', '最新消息%'],
  filler: /^(?:请|关于|一下)+/gu,
  loose: none,
  latest: /最新|最近一次/u,
  since: /(?:自|从)$/u,
  until: /(?:截至|直到)$/u,
  relativeDays: [
    { pattern: /今天/u, from: 0, to: 0 },
    { pattern: /昨天/u, from: 1, to: 1 },
    { pattern: /本周|这周|最近/u, from: 7, to: 0 },
    { pattern: /上周/u, from: 14, to: 7 },
  ],
}
