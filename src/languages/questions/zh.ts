/** How questions are asked in Chinese. */
import { en } from './en.ts'
import { NOWHERE, patterns } from './kind.ts'
import type { QuestionWords } from './words.ts'

const CHANGES = /^(?<subject>.{0,300}?)(?:有(?:什么|哪些)|发生了(?:什么|哪些))(?:变化|改变|变更|更改)/u

export const zh: QuestionWords = {
  ...en,
  kinds: patterns(
    [
      'help',
      /^\s{0,9}(?:你好|您好|谢谢|再见|帮助|嗨|早上好|晚上好)[！!。.，,]*\s{0,9}$|你是谁|你(?:能|会|可以)做什么|怎么(?:使用|用)|(?:能|可以)问(?:你)?什么|有(?:哪些|什么)(?:文件|文档|来源|资料|文章)/u,
    ],
    ['timeline', CHANGES],
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
  asking:
    /^请?(?:总结|概括|概述|简述|介绍|列出|列举)(?:一下)?|什么时候|多长时间|多少钱|多少|多久|多长|多大|什么|哪[个些里年天位]?|谁|何时|为什么|为何|几[年天个月位]?|怎么样?|是否|[吗呢]/gu,
  form: /用(?<count>\d|一|两|三|四|五)(?:个要点|句话|点|条)/u,
  suggestions: ['总结%', '%的时间线', '最新消息%'],
  filler: /^(?:请|关于|一下)+/gu,
  loose: NOWHERE,
  changes: CHANGES,
  latest: /最新|最近一次|目前|现在|当前|现行|如今/u,
  since: /(?:自|从)$/u,
  until: /(?:截至|直到)$/u,
  relativeDays: [
    { pattern: /今天/u, from: 0, to: 0 },
    { pattern: /昨天/u, from: 1, to: 1 },
    { pattern: /本周|这周|最近/u, from: 7, to: 0 },
    { pattern: /上周/u, from: 14, to: 7 },
  ],
  inEnglish: [
    [/多少钱|花了多少|花费多少|造价/u, 'how much money cost'],
    [/多久|多长时间|多少天|几天|几年/u, 'how long'],
    [/多大年纪|几岁|多大了/u, 'how old'],
    [/多少|几(?=[个艘名人位票])/u, 'how many'],
    [/什么时候|何时|哪天|几月/u, 'when'],
    [/哪一?年/u, 'which year'],
    [/哪个国家/u, 'which country'],
    [/哪里|在哪|哪座城市/u, 'where'],
    [/为什么|为何/u, 'why'],
    [/谁/u, 'who'],
    [/什么|哪些|哪/u, 'what'],
  ],
}
