#!/usr/bin/env bash
# Plans a change of an environment's account, for people to read: plan.sh ENVIRONMENT FOLDER writes ENVIRONMENT.txt there and fails
# where the plan breaks a rule. Takes STATE_BUCKET, the bucket of the account's state, and changes neither of them. What people
# changed in the account by hand is not looked for: a role that only plans reads the state and no resources.
set -euo pipefail
: "${2:?usage: plan.sh ENVIRONMENT FOLDER}"
environment=$1 folder=$2
: "${STATE_BUCKET:?names the bucket of the state}"
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
# The binary and the JSON of a plan hold secrets of the state; its text does not.
trap 'rm -rf "$work"' EXIT
tf() { terraform -chdir="infra/terraform/environments/$environment" "$@"; }
tf init -input=false -no-color -backend-config="bucket=$STATE_BUCKET" >&2
tf plan -input=false -no-color -lock=false -refresh=false -out="$work/plan" >&2
tf show -no-color "$work/plan" > "$folder/$environment.txt"
tf show -json "$work/plan" > "$work/plan.json"
npm run --silent infra -- plan-rules "$environment" "$work/plan.json" | tee -a "$folder/$environment.txt"
