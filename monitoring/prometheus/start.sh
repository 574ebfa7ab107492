#!/bin/sh
# Starts Prometheus in its image; configuration.sh says by which settings.
set -eu
sh /etc/prometheus/configuration.sh >/tmp/prometheus.yml
# What is older is in the workspace that HISTORY_URL names: the disk goes with the task.
exec prometheus \
  --config.file=/tmp/prometheus.yml \
  --storage.tsdb.path=/prometheus \
  --storage.tsdb.retention.time=15d \
  --storage.tsdb.retention.size=12GB
