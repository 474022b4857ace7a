#!/usr/bin/env bash
# Scans the checkout, or an image: scan.sh [REFERENCE]. Fails on what is known to be exploitable and has a remedy, on secrets,
# on misconfigured infrastructure and on licences that the mall may not use. Needs Trivy (no account).
set -euo pipefail
cd "$(dirname "$0")/../.."
options=(--config infra/pipelines/trivy.yaml --exit-code 1)
if [ $# = 0 ]; then
  trivy filesystem "${options[@]}" --scanners vuln,secret,misconfig,license .
else
  trivy image "${options[@]}" --scanners vuln,secret,license "$1"
fi
