/** What the services are made of. */
import type { Brief } from '../brief/brief.ts'
import type { CheckMessage } from '../brief/check/check.ts'
import type { FindQuotations } from '../brief/quotations.ts'
import type { Corpus } from '../corpus/corpus.ts'
import type { MakeDigest } from '../daily/digest.ts'
import type { FeedStore } from '../feeds/store.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Search } from '../search/search.ts'
import type { FetchPage } from '../web/fetch.ts'
import type { Limits } from './allowance.ts'

export type Parts = {
  corpus: Corpus
  search: Search
  brief: Brief
  check: CheckMessage
  findQuotations: FindQuotations
  ledger: Ledger
  limits: Limits
  fetchPage: FetchPage
  feeds: FeedStore
  makeDigest: MakeDigest
}
