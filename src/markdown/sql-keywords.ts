/** Words that SQL shows as keywords. */

/** Reserved words of the standard and of PostgreSQL: keywords in any case. */
export const RESERVED_WORDS: readonly string[] = words(`
  add all alter analyze and any as asc between by cascade case cast check column commit
  constraint create cross current_date current_time current_timestamp database declare
  default delete desc describe distinct drop else end except execute exists explain false
  fetch foreign from full function grant group having if ilike in index inner insert
  intersect into is join key lateral left like limit natural not null offset on or order
  outer over partition primary privileges procedure references rename replace restrict
  returning revoke right role rollback schema select set show similar table temporary then
  to transaction trigger true truncate union unique update using values view when where
  window with
`);

/**
 * Words that mean something only at their place. Column names are written in lower
 * case in this kind of text, so these are keywords in capitals only.
 */
export const CONTEXT_WORDS: readonly string[] = words(`
  access action addresses admin after aggregate always arrangement array at authorization
  available aws azure before begin bigint bigserial boolean bootstrap broker brokers
  bypassrls bytea bytes cache call certificate char character cluster clusters collate
  columns comment compaction compression concurrently confluent connection connections
  copy counter createcluster createdb createrole credential csr csv cursor data date
  deallocate debezium debug decimal defer deferrable detail details discard disk do double
  each enable encoding endpoint enforced envelope error escape event every extension
  external extract file filter first float flush following for force format forward
  functions generated generator global graph grouping header headers history hold host
  hydration iam identifier identity immediate immutable include increment inet inherit
  inline instance int integer interval introspection isnull isolation json jsonb kafka
  keys kinesis language large last latest leading level listen load local locally log
  logical login lowering map match materialize materialized max mechanisms memory merge
  message metadata mode monitor mutually mysql names network new next no nocreatecluster
  nocreatedb nocreaterole noinherit nologin none noreplication nosuperuser notnull nulls
  numeric objects of old only operator optimized optimizer option options ordinality
  others overlaps owned owner parameter partitions password patch path plan policy port
  position postgres preceding precision prefix prepare principal privatelink profile
  progress protobuf protocol proxy publication publications publish pushdown query quote
  raise range read ready real reassign recursion recursive refresh regex region registry
  repeatable replica replicas replication reset respect retain rotate routine row rows
  sasl savepoint schedule schemas scope secret secrets secure security seed sequence
  sequences serial serializable service session sessions sink sinks size slot smallint
  snapshot some source sources specific sqlserver sse ssh ssl start statement stdin stdout
  storage strategy strict strip subscribe subscription subsources superuser swap
  synchronous system tables tail temp template text ties time timeline timeout timestamp
  timestamptz timezone token topic trailing transform trim tunnel type types uint2 uint4
  uint8 unbounded uncommitted upsert url usage user username users uuid validate
  validation value varchar variadic varying version views visibility volatile wait wal
  within without work workers workload write zone zones
`).map((word) => word.toUpperCase());

function words(text: string): readonly string[] {
  return [...new Set(text.trim().split(/\s+/))];
}
