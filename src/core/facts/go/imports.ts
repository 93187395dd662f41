/** The name by which a Go file calls a package that it imports without naming it. */

/** Packages whose name is not the last element of their path, nor that element without its ornaments. */
const names: Record<string, string> = {
  'github.com/mattn/go-sqlite3': 'sqlite3',
  'github.com/lib/pq': 'pq',
  'github.com/go-sql-driver/mysql': 'mysql',
  'github.com/google/go-github': 'github',
  'github.com/nats-io/nats.go': 'nats',
  'github.com/segmentio/kafka-go': 'kafka',
  'github.com/confluentinc/confluent-kafka-go': 'kafka',
  'github.com/elastic/go-elasticsearch': 'elasticsearch',
  'github.com/hashicorp/golang-lru': 'lru',
  'github.com/rabbitmq/amqp091-go': 'amqp091',
  'github.com/json-iterator/go': 'jsoniter',
  'github.com/skip2/go-qrcode': 'qrcode',
  'github.com/opentracing/opentracing-go': 'opentracing',
};

/** The package's name by its import path: `v2` and `.v3` are versions, `go-` and `-go` ornaments. */
export function packageName(path: string): string {
  const elements = path.split('/');
  if (elements.length > 1 && /^v\d+$/.test(elements.at(-1)!)) elements.pop();
  const whole = elements.join('/');
  if (Object.hasOwn(names, whole)) return names[whole]!;
  const last = elements.at(-1)!.replace(/\.v\d+$/, '');
  const bare = last.replace(/^go[-.]/, '').replace(/[-.]go$/, '');
  return bare.replace(/[^\p{L}\p{N}_]/gu, '_').replace(/^.*_(?=\p{L}+$)/u, bare.includes('-') ? '' : '$&');
}
