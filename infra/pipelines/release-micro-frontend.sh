#!/usr/bin/env bash
# Releases a micro frontend with the key of its team: release-micro-frontend.sh NAME check|preview|publish|promote.
# `preview` publishes the sources under a version of their own and prints its address; `publish` uploads the version that
# package.json has; `promote` gives it to more and more shoppers while they report no trouble.
# PROMOTION: options of `mall promote`, instead of --auto.
set -euo pipefail
: "${2:?usage: release-micro-frontend.sh NAME check|preview|publish|promote}"
name=$1 step=$2
cd "$(dirname "$0")/../.."
version=$(node --print "require('./mfe-$name/package.json').version")
case $step in
  check) ./mall check "$name" ;;
  preview) ./mall preview "$name" ;;
  publish) ./mall publish "$name" ;;
  promote)
    read -ra how <<<"${PROMOTION---auto}"
    ./mall promote "$name" "$version" "${how[@]}"
    ;;
  *) echo "unknown step $step" >&2 && exit 2 ;;
esac
