#!/usr/bin/env bash
# Builds, pushes, scans, signs and verifies an image: release-image.sh NAME. Prints its reference; what fails is never signed.
# SCAN=off where the registry is scanned in another way.
set -euo pipefail
: "${1:?usage: release-image.sh NAME}"
name=$1
here=$(cd "$(dirname "$0")" && pwd)
"$here/build-image.sh" "$name" >&2
image=$("$here/push-image.sh" "$name")
[ "${SCAN:-on}" = off ] || "$here/scan.sh" "$image" >&2
"$here/sign-image.sh" "$name" "$image" >&2
"$here/verify-image.sh" "$image" >&2
echo "$image"
