#!/usr/bin/env bash
# Prints the reference of the image that a pipeline has pushed of this commit: find-image.sh NAME. REGISTRY: Amazon ECR's host.
set -euo pipefail
name=$1
digest=$(aws ecr describe-images --repository-name "mallhive/$name" --image-ids "imageTag=$(git rev-parse HEAD)" \
  --query 'imageDetails[0].imageDigest' --output text)
echo "${REGISTRY:?}/mallhive/$name@$digest"
