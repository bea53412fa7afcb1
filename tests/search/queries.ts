/**
 * What people search for, and where it should lead: the address of the section that
 * has to come first or second; several where they answer equally well.
 */
const PG = "/ingest-data/postgres";
const TROUBLE = "/ingest-data/troubleshooting";
const NETWORK = "/ingest-data/network-security";
const SCHEMA = `${PG}/source-versioning`;
const DEBEZIUM = `${PG}/postgres-debezium`;
const FAQ = `${PG}/faq`;
const SHORTCODES = "/authoring/shortcodes";

export const QUERIES: Readonly<Record<string, string | readonly string[]>> = {
  // Names of settings, relations and files
  wal_level: [`${FAQ}/#which-wal_level-do-i-need`, `${TROUBLE}/#wal-level`],
  "rds.logical_replication": `${PG}/amazon-rds/#1-enable-logical-replication`,
  pg_hba: `${TROUBLE}/#no-pg-hba-conf-entry`,
  "pg_hba.conf": `${TROUBLE}/#no-pg-hba-conf-entry`,
  max_slot_wal_keep_size: `${FAQ}/#what-should-max_slot_wal_keep_size-be`,
  mz_egress_ips: `${NETWORK}/static-ips/#look-up-the-addresses`,
  mz_source_statuses: "/ingest-data/monitoring-data-ingestion/#status",
  authorized_keys: `${NETWORK}/ssh-tunnel/#3-add-the-public-keys-to-the-bastion-host`,
  "cloudsql.logical_decoding": `${DEBEZIUM}/#a-configure-database-cloud-sql`,
  pg_replication_slots: "/ingest-data/monitoring-data-ingestion/#replication-slot",
  // Services
  neon: `${PG}/neon/`,
  aurora: `${PG}/amazon-aurora/`,
  rds: `${PG}/amazon-rds/`,
  "alloy db": `${PG}/alloydb/`,
  alloydb: `${PG}/alloydb/`,
  cloudsql: `${PG}/cloud-sql/`,
  "google cloud sql": `${PG}/cloud-sql/`,
  azure: `${PG}/azure-db/`,
  "self hosted": `${PG}/self-hosted/`,
  debezium: `${DEBEZIUM}/`,
  kafka: `${DEBEZIUM}/#kafka--debezium`,
  // Tasks, in a few words
  "ssh bastion": `${NETWORK}/ssh-tunnel/#1-set-up-an-ssh-bastion-host`,
  "ssh tunnel": `${NETWORK}/ssh-tunnel/`,
  "jump host": `${NETWORK}/ssh-tunnel/`,
  privatelink: `${NETWORK}/privatelink/`,
  "aurora privatelink": `${PG}/amazon-aurora/#b-optional-configure-network-security-cloud-aws-privatelink`,
  "allow ip addresses": `${NETWORK}/static-ips/`,
  "whitelist ips": [
    `${NETWORK}/static-ips/`,
    `${PG}/self-hosted/#b-optional-configure-network-security-cloud-allow-materialize-ips`,
  ],
  "create publication": `${PG}/self-hosted/#2-create-a-publication-and-a-replication-user`,
  "replica identity full": [
    `${FAQ}/#why-does-materialize-need-replica-identity-full`,
    `${FAQ}/#for-my-trialpoc-what-if-i-cannot-use-replica-identity-full`,
  ],
  "replication slot": `${PG}/#replication-slots`,
  "toast columns": `${FAQ}/#what-happens-to-toast-columns`,
  "drop a column": `${FAQ}/#can-i-drop-a-column`,
  "add a column": `${SCHEMA}/#a-add-a-column-in-your-upstream-postgresql-database`,
  "swap schemas": `${SCHEMA}/#optional-swap-schemas`,
  "unsupported types": `${TROUBLE}/#unsupported-types`,
  "truncate table": `${FAQ}/#can-i-truncate-a-table`,
  "partitioned tables": `${FAQ}/#can-i-replicate-partitioned-tables`,
  "read replica": `${FAQ}/#can-materialize-read-from-a-read-replica-or-standby`,
  "shadow tables": `${FAQ}/#for-my-trialpoc-what-if-i-cannot-use-replica-identity-full`,
  "snapshot progress": "/ingest-data/monitoring-data-ingestion/#snapshot-progress",
  snapshotting: "/ingest-data/#snapshotting",
  "cluster size": [`${PG}/self-hosted/#5-right-size-the-cluster`, "/sql/create-cluster/#size"],
  "resource isolation": "/sql/create-cluster/#resource-isolation",
  "availability zones": `${NETWORK}/privatelink/#2-create-the-connection-in-materialize`,
  "schema registry": `${DEBEZIUM}/#do-i-need-a-schema-registry`,
  "after-state only": `${DEBEZIUM}/#why-does-after-state-only-have-to-be-false`,
  "add subsource": "/sql/alter-source/#adding-a-subsource",
  "ssh tunnel azure": `${PG}/azure-db/#b-optional-configure-network-security-cloud-ssh-tunnel`,
  "parameter group": [
    `${PG}/amazon-rds/#1-enable-logical-replication`,
    `${PG}/amazon-aurora/#1-enable-logical-replication`,
  ],
  "outbox pattern": `${FAQ}/#for-my-trialpoc-what-if-i-cannot-use-replica-identity-full`,
  // Statements
  "CREATE SECRET": "/sql/create-secret/",
  "create connection": "/sql/create-connection/",
  "create source": "/sql/create-source/",
  "validate connection": "/sql/validate-connection/",
  "CREATE MATERIALIZED SOURCE": "/sql/create-source/postgres/#materialized-source-details",
  "create views": "/sql/create-source/postgres/#creating-views",
  // Errors
  "password authentication failed": `${TROUBLE}/#password-authentication-failed`,
  "connection refused": `${TROUBLE}/#connection-refused`,
  "could not map filenumber": `${TROUBLE}/#could-not-map-filenumber`,
  "publication does not exist": `${TROUBLE}/#publication-does-not-exist`,
  "source stalled": `${TROUBLE}/#source-stalled`,
  "disk full": `${TROUBLE}/#disk-full`,
  // Slips
  "replicaton slot": `${PG}/#replication-slots`,
  privatlink: `${NETWORK}/privatelink/`,
  debezum: `${DEBEZIUM}/`,
  postgress: `${PG}/`,
  snapshoting: "/ingest-data/#snapshotting",
  "logical repliction": `${PG}/self-hosted/#1-enable-logical-replication`,
  wla_level: [`${FAQ}/#which-wal_level-do-i-need`, `${TROUBLE}/#wal-level`],
  publcation: `${PG}/#publication-membership`,
  "conection timeout": `${TROUBLE}/#connection-timed-out`,
  dabezium: `${DEBEZIUM}/`,
  "amazone rds": `${PG}/amazon-rds/`,
  // Questions
  "how do I drop a column without downtime": [
    `${FAQ}/#can-i-drop-a-column`,
    `${SCHEMA}/#handle-upstream-column-drop`,
  ],
  "what happens if I truncate a table": `${FAQ}/#can-i-truncate-a-table`,
  "why does my wal grow": `${FAQ}/#why-does-the-wal-of-my-database-grow`,
  "do I need kafka": `${FAQ}/#do-i-need-kafka-and-debezium`,
  "how long does a snapshot take": "/ingest-data/#duration",
  "can I use a read replica as source": `${FAQ}/#can-materialize-read-from-a-read-replica-or-standby`,
  "how to allow materialize through my firewall": `${NETWORK}/static-ips/`,
  "which postgres versions are supported": `${PG}/#supported-versions-and-services`,
  "how do I rotate ssh keys": `${NETWORK}/ssh-tunnel/#rotate-the-keys`,
  "how can I see the progress of the snapshot":
    "/ingest-data/monitoring-data-ingestion/#snapshot-progress",
  "what privileges does the materialize user need": `${TROUBLE}/#insufficient-privileges`,
  "how to connect aurora with privatelink": `${PG}/amazon-aurora/#2-create-a-connection-aws-privatelink`,
  "how do I enable logical replication in neon": `${PG}/neon/#1-enable-logical-replication`,
  // The manual
  tabs: `${SHORTCODES}/tabs/#tabs`,
  "include-example": `${SHORTCODES}/shared-text/#include-example`,
  "front matter": "/authoring/front-matter/",
  "deploy to netlify": "/authoring/deploying/#netlify-and-cloudflare-pages-netlify",
  "migrate from hugo": "/authoring/hugo/",
  synonyms: ["/authoring/search/", "/authoring/search/#tune-it"],
  "link-anchor": "/authoring/diagnostics/links/#link-anchor",
  "base path": "/authoring/deploying/#base-path",
  redirects: "/authoring/links/#redirects",
  "write a shortcode": "/authoring/writing-shortcodes/",
};
