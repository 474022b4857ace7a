#!/usr/bin/env bash
# Releases the version of a micro frontend that its package.json has, with the team's key:
# release-micro-frontend.sh NAME check|publish|promote. `publish` prints the preview; `promote` gives the version to more and
# more shoppers while they report no trouble.
set -euo pipefail
name=$1 step=$2
cd "$(dirname "$0")/../.."
version=$(node --print "require('./mfe-$name/package.json').version")
case $step in
  check) ./mall check "$name" ;;
  publish) ./mall publish "$name" && ./mall preview "$name" "$version" ;;
  promote) ./mall promote "$name" "$version" --auto ;;
  *) echo "unknown step $step" >&2 && exit 2 ;;
esac
