#!/bin/sh
# Starts Alertmanager in its image. PAGERDUTY_KEY, the routing key of an integration "Events API v2" of the
# environment's service at PagerDuty, goes into a file that nobody else reads, and out of the environment.
set -eu
: "${PAGERDUTY_KEY:?PAGERDUTY_KEY is the routing key of the service at PagerDuty}"
umask 077
printf %s "$PAGERDUTY_KEY" >/alertmanager/pagerduty-key
unset PAGERDUTY_KEY
exec alertmanager --config.file=/etc/alertmanager/alertmanager.yml --storage.path=/alertmanager --cluster.listen-address=
