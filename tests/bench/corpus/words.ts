/** The words that guides are made of: those of a message store that does not exist. */

export const PRODUCT = "Tidewater";

export const VERBS = [
  "drain",
  "fill",
  "seal",
  "split",
  "merge",
  "trace",
  "mirror",
  "pause",
  "resume",
  "label",
  "import",
  "export",
  "measure",
  "repair",
  "rename",
  "archive",
  "replay",
  "limit",
  "encrypt",
  "share",
] as const;

export const GERUNDS = [
  "draining",
  "filling",
  "sealing",
  "splitting",
  "merging",
  "tracing",
  "mirroring",
  "pausing",
  "labeling",
  "importing",
  "exporting",
  "measuring",
  "repairing",
  "archiving",
  "replaying",
] as const;

export const THINGS = [
  "queue",
  "basin",
  "channel",
  "gate",
  "tide table",
  "ledger",
  "buoy",
  "harbor",
  "pilot",
  "lock",
  "current",
  "log segment",
  "reader group",
  "writer",
  "key ring",
  "snapshot",
  "quota",
  "route",
] as const;

export const QUALITIES = [
  "local",
  "remote",
  "idle",
  "busy",
  "read-only",
  "replicated",
  "compressed",
  "versioned",
  "shared",
  "private",
  "temporary",
  "signed",
  "ordered",
  "partial",
  "late",
  "spare",
] as const;

export const MEASURES = [
  "delay",
  "depth",
  "throughput",
  "free space",
  "replay time",
  "fan-out",
  "age of the oldest message",
  "cost of a read",
  "number of retries",
  "share of the quota",
  "write rate",
] as const;

export const SYSTEMS = [
  "PostgreSQL",
  "MySQL",
  "Kafka",
  "RabbitMQ",
  "SQLite",
  "Redis",
  "MariaDB",
  "NATS",
  "Oracle",
  "Elasticsearch",
  "ClickHouse",
  "DuckDB",
] as const;

export const PEOPLE = [
  "operator",
  "owner of the basin",
  "account with the role `pilot`",
  "member of the reader group",
  "administrator of the harbor",
  "deploy key",
  "service account",
] as const;

export const SETTINGS = [
  "max_depth",
  "keep_days",
  "reader_limit",
  "flush_every",
  "tls_level",
  "route_cache",
  "batch_rows",
  "retry_after",
  "idle_close",
  "mirror_lag",
  "key_rotation",
  "log_level",
  "quota_bytes",
] as const;

export const TABLES = [
  "boats",
  "berths",
  "arrivals",
  "departures",
  "cargo",
  "crews",
  "fees",
  "permits",
  "sensors",
  "readings",
  "alerts",
  "weather",
  "routes",
  "repairs",
] as const;

export const COLUMNS = [
  "id",
  "arrived_at",
  "left_at",
  "weight",
  "state",
  "harbor_id",
  "captain",
  "price",
  "unit",
  "notes",
  "position",
  "checked_by",
  "draft",
  "flag",
] as const;

export const TYPES = [
  "bigint",
  "text",
  "timestamptz",
  "numeric(12, 2)",
  "jsonb",
  "boolean",
  "uuid",
  "date",
] as const;

export const OCCASIONS = [
  "After the first start",
  "While a mirror catches up",
  "Before an upgrade",
  "On a machine with little memory",
  "When a gate stays closed",
  "At the end of the day",
  "With more than one harbor",
  "After a network fault",
  "Once all readers are connected",
  "If the disk is nearly full",
] as const;

export const REASONS = [
  "because messages keep their order within a key",
  "so that a reader never sees half of a batch",
  "since the ledger is written before the answer is sent",
  "and nothing has to be cleaned up by hand",
  "which keeps the index small",
  "so a second attempt changes nothing",
  "because old segments are read only once",
  "and the slowest reader sets the pace",
  "since clocks of two machines differ",
] as const;

export const TAB_LABELS = [
  "Console",
  "Command line",
  "Terraform",
  "Docker",
  "Kubernetes",
  "Linux",
  "macOS",
  "Windows",
  "AWS",
  "Azure",
] as const;
