#!/usr/bin/env bash
# Prints the repository with the attestations of an image: attestations-of.sh REFERENCE. All of an image have one tag there, which
# moves with each, so it is not that of the images.
set -euo pipefail
: "${1:?usage: attestations-of.sh REFERENCE}"
image=$1
echo "${image%%/*}/mallhive/attestations"
