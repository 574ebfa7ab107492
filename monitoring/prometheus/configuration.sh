#!/bin/sh
# Prints the configuration of Prometheus, made from the environment: an image is the same everywhere it runs.
#   SCRAPED       what has /metrics, for example people:4001,gateway:4090
#   RECORDS_ZONE  the zone with a record for each task: people.<zone> is all tasks of people; without it they are on
#                 this machine
#   PROMETHEUS    where this Prometheus itself answers, 127.0.0.1:9090 without it
#   RULES         the folder of the rules, /etc/prometheus/rules without it
#   ALERTMANAGER  where alerts go, for example alertmanager:9093
#   ENVIRONMENT   written on every alert and on what is kept, for example staging
#   PROBED        addresses that are asked from outside, for example https://graph.guildhall.example/healthz, by the
#   BLACKBOX      exporter that asks them, for example blackbox:9115; at will
#   HISTORY_URL   the Amazon workspace that keeps what was measured, ending in a slash, at will; AWS_REGION is its region
set -eu
: "${SCRAPED:?SCRAPED says what to scrape, for example people:4001,gateway:4090}"
: "${ALERTMANAGER:?ALERTMANAGER says where alerts go, for example alertmanager:9093}"
: "${ENVIRONMENT:?ENVIRONMENT names the environment, for example staging}"
[ -z "${PROBED:-}" ] || : "${BLACKBOX:?BLACKBOX says which exporter asks what PROBED names, for example blackbox:9115}"

job() {
  case $1 in
    *[!a-z0-9:-]* | :* | *: | *:*:* | *:*[!0-9]*) wrong=1 ;;
    *:*) wrong= ;;
    *) wrong=1 ;;
  esac
  if [ -n "$wrong" ]; then
    echo "SCRAPED has $1: write the name of a service and its port, for example people:4001." >&2
    exit 1
  fi
  service=${1%:*} port=${1#*:}
  echo "  - job_name: $service"
  echo '    honor_labels: true'
  if [ -n "${RECORDS_ZONE:-}" ]; then
    echo '    dns_sd_configs:'
    echo "      - names: ['$service.$RECORDS_ZONE']"
    echo '        type: A'
    echo "        port: $port"
    echo '        refresh_interval: 15s'
  else
    echo '    static_configs:'
    echo "      - targets: ['127.0.0.1:$port']"
  fi
  # Services write their own name on what they measure; this writes it on what is measured of them.
  echo '    relabel_configs:'
  echo '      - target_label: service'
  echo "        replacement: $service"
}

cat <<END
global:
  scrape_interval: 15s
  scrape_timeout: 10s
  evaluation_interval: 30s
  external_labels:
    environment: $ENVIRONMENT
rule_files:
  - ${RULES:-/etc/prometheus/rules}/*.yml
alerting:
  alertmanagers:
    - static_configs:
        - targets: ['$ALERTMANAGER']
scrape_configs:
  - job_name: prometheus
    static_configs:
      - targets: ['${PROMETHEUS:-127.0.0.1:9090}']
        labels:
          service: prometheus
END

rest=$SCRAPED,
while [ -n "$rest" ]; do
  job "${rest%%,*}"
  rest=${rest#*,}
done

if [ -n "${PROBED:-}" ]; then
  cat <<END
  - job_name: outside
    scrape_interval: 60s
    metrics_path: /probe
    params:
      module: [http_2xx]
    static_configs:
      - targets:
END
  rest=$PROBED,
  while [ -n "$rest" ]; do
    echo "          - '${rest%%,*}'"
    rest=${rest#*,}
  done
  cat <<END
    relabel_configs:
      - source_labels: [__address__]
        target_label: __param_target
      - source_labels: [__address__]
        target_label: instance
      - target_label: service
        replacement: outside
      - target_label: __address__
        replacement: $BLACKBOX
END
fi

if [ -n "${HISTORY_URL:-}" ]; then
  cat <<END
remote_write:
  - url: ${HISTORY_URL}api/v1/remote_write
    sigv4:
      region: ${AWS_REGION:?AWS_REGION is the region of the workspace that HISTORY_URL names}
END
fi
