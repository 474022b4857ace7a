#!/usr/bin/env bash
# Finds the images that a pipeline has pushed of this commit: find-images.sh FOLDER writes each reference to a file FOLDER/<name>.
# REGISTRY: Amazon ECR's host.
set -euo pipefail
: "${1:?usage: find-images.sh FOLDER}"
folder=$1
cd "$(dirname "$0")/../.."
names=$(npm run --silent infra -- images | tail -n 1 | jq -r '.[]')
mkdir -p "$folder"
for name in $names; do
  digest=$(aws ecr describe-images --repository-name "mallhive/$name" --image-ids "imageTag=$(git rev-parse HEAD)" \
    --query 'imageDetails[0].imageDigest' --output text)
  echo "${REGISTRY:?}/mallhive/$name@$digest" >"$folder/$name"
done
