/** Checks a request body against Discord's published OpenAPI description, where that file is at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

type Schema = { [key: string]: unknown }
type Operation = { parameters?: { name?: string; in?: string }[]; requestBody?: { content?: Schema } }
type Spec = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const file = new URL('../../../shared/spec/discord-openapi.json', import.meta.url)
export const hasSpec: boolean = existsSync(file)

let loaded: { ajv: Ajv2020; routes: { template: string; pattern: RegExp }[]; spec: Spec } | undefined
const compiled = new Map<string, ValidateFunction>()

/** What the description refuses in this body, one line each; empty where the description is absent. */
export function checkAgainstSpec(
  method: string,
  path: string,
  body: unknown,
  query: URLSearchParams = new URLSearchParams(),
): string[] {
  if (!hasSpec) return []
  loaded ??= load()
  const template = loaded.routes.find((route) => route.pattern.test(path))?.template
  const operation = template && loaded.spec.paths[template]?.[method.toLowerCase()]
  if (!template || !operation) return [`${method} ${path}: not in Discord's description`]
  const known = [
    ...((loaded.spec.paths[template]?.parameters as never[] | undefined) ?? []),
    ...(operation.parameters ?? []),
  ]
  const names = known.flatMap((parameter: { name?: string; in?: string }) =>
    parameter.in === 'query' ? [parameter.name] : [],
  )
  const faults = [...query.keys()]
    .filter((key) => !names.includes(key))
    .map((key) => `unknown query parameter ${key}`)
  if (!operation.requestBody?.content?.['application/json'] || body === undefined) return faults
  const validate = validator(template, method.toLowerCase())
  if (!validate(body)) {
    const errors = (validate.errors ?? []).filter(
      (error) => error.keyword !== 'if' && error.keyword !== 'anyOf',
    )
    for (const error of errors.slice(0, 5)) {
      const extra = error.params.additionalProperty
      faults.push(`${error.instancePath || 'body'} ${error.message}${extra ? ` (${extra})` : ''}`)
    }
    if (errors.length === 0) faults.push('body matches no allowed form')
  }
  return faults
}

/** Reads the description before the first request, so that no acknowledgement has to wait for it. */
export function prepareSpec(): void {
  checkAgainstSpec('POST', '/interactions/1/token/callback', {})
  checkAgainstSpec('PATCH', '/webhooks/1/token/messages/@original', {})
}

/** What the description misses in an answer of the fake itself; `schema` is one of its names. */
export function checkAnswer(schema: string, value: unknown): string[] {
  if (!hasSpec) return []
  loaded ??= load()
  const validate = loaded.ajv.compile({ $ref: `discord#/components/schemas/${schema}` })
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

function validator(template: string, method: string): ValidateFunction {
  const key = `${method} ${template}`
  let validate = compiled.get(key)
  if (!validate) {
    const escaped = encodeURIComponent(template.replaceAll('~', '~0').replaceAll('/', '~1'))
    const pointer = `paths/${escaped}/${method}/requestBody/content/application~1json/schema`
    validate = (loaded as { ajv: Ajv2020 }).ajv.compile({ $ref: `discord#/${pointer}` })
    compiled.set(key, validate)
  }
  return validate
}

function load(): NonNullable<typeof loaded> {
  const spec = JSON.parse(readFileSync(file, 'utf8')) as Spec
  patch(spec)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv, ['uri', 'date-time'])
  for (const name of ['int32', 'int64']) ajv.addFormat(name, { type: 'number', validate: Number.isInteger })
  ajv.addFormat('double', { type: 'number', validate: Number.isFinite })
  ajv.addFormat('nonce', true)
  ajv.addFormat('snowflake', (text: string) => /^\d{1,20}$/.test(text) && BigInt(text) < 2n ** 64n)
  ajv.addSchema(spec, 'discord')
  const routes = Object.keys(spec.paths)
    .map((template) => ({ template, pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`) }))
    .sort((a, b) => a.template.split('{').length - b.template.split('{').length)
  return { ajv, routes, spec }
}

/** The description lags behind the documentation in a few fields, and leaves every object open. */
function patch(spec: Spec): void {
  const schemas = spec.components.schemas
  const properties = (name: string) => schemas[name]?.properties as Record<string, unknown> | undefined
  const add = (names: string[], fields: Record<string, unknown>) => {
    for (const name of names) Object.assign(properties(name) ?? {}, fields)
  }
  for (const verb of ['CreateRequest', 'UpdateRequest', 'PatchRequestPartial']) {
    const own = properties(`ApplicationCommand${verb}`)
    if (!own) continue
    const bits = own.default_member_permissions
    own.default_member_permissions = { anyOf: [bits, { type: 'string', pattern: '^\\d+$' }] }
    own.nsfw = { type: ['boolean', 'null'] }
  }
  add(['FileUploadComponentForModalRequest'], { file_types: { type: 'array', maxItems: 10 } })
  add(['CreateTextThreadWithMessageRequest'], { type: { const: 11 } })
  add(['ComponentEmojiForRequest'], { animated: { type: ['boolean', 'null'] } })
  const bodies = [
    'IncomingWebhookInteractionRequest',
    'IncomingWebhookUpdateForInteractionCallbackRequestPartial',
  ]
  bodies.push(
    'IncomingWebhookRequestPartial',
    'IncomingWebhookUpdateRequestPartial',
    'MessageEditRequestPartial',
  )
  add(bodies, { tts: { type: ['boolean', 'null'] }, enforce_nonce: { type: ['boolean', 'null'] } })
  for (const [name, schema] of Object.entries(schemas)) if (name.includes('Request')) close(schema)
  splitByType(spec, schemas)
}

function close(schema: Schema): void {
  if (schema.type === 'object' && schema.properties && schema.additionalProperties === undefined)
    schema.additionalProperties = false
}

/** Turns a choice between components into "if the type is x, then it is this one", for readable faults. */
function splitByType(node: unknown, schemas: Record<string, Schema>): void {
  if (Array.isArray(node)) {
    for (const item of node) splitByType(item, schemas)
    return
  }
  if (!node || typeof node !== 'object') return
  const owner = node as Schema
  for (const word of ['oneOf', 'anyOf']) {
    const branches = owner[word]
    if (!Array.isArray(branches) || branches.length < 2) continue
    const tags = branches.map((branch: Schema) => typesOf(branch, schemas))
    const all = tags.flat()
    if (tags.some((tag) => tag.length === 0) || new Set(all).size !== all.length) continue
    delete owner[word]
    const cases = branches.map((then: Schema, index) => ({
      if: { properties: { type: { enum: tags[index] } }, required: ['type'] },
      then,
    }))
    Object.assign(owner, {
      type: 'object',
      required: ['type'],
      properties: { type: { enum: all } },
      allOf: cases,
    })
  }
  for (const value of Object.values(owner)) splitByType(value, schemas)
}

function typesOf(branch: Schema, schemas: Record<string, Schema>): number[] {
  const target = schemas[String(branch.$ref).split('/').pop() ?? '']
  const type = (target?.properties as Record<string, Schema> | undefined)?.type
  const required = (target?.required as string[] | undefined)?.includes('type')
  return required && Array.isArray(type?.enum) ? (type.enum as number[]) : []
}
