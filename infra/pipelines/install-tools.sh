#!/usr/bin/env bash
# Installs what the scripts of this folder call, on Debian 13 as root: for pipelines whose machines are empty containers.
set -euo pipefail
apt-get update -qq
apt-get install -qq --yes --no-install-recommends \
  awscli buildah ca-certificates cosign curl debian-archive-keyring git jq nodejs npm procps python3-venv >/dev/null
