mock_provider "aws" {
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::records" }
  }
  mock_resource "aws_iam_service_linked_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig" }
  }
}

variables {
  name             = "mallhive-production"
  region           = "eu-central-1"
  account_id       = "123456789012"
  alerts_topic_arn = "arn:aws:sns:eu-central-1:123456789012:alerts"
  protected        = true
}

run "nobody_changes_the_records_of_production_for_a_year" {
  assert {
    condition = (
      module.records.locked_days == 365 &&
      aws_cloudtrail.this.enable_log_file_validation && aws_cloudtrail.this.is_multi_region_trail
    )
    error_message = "The trail is locked, and a changed file is noticed."
  }
}

run "configuration_is_written_to_a_bucket_without_a_lock" {
  assert {
    condition     = aws_config_delivery_channel.this.s3_bucket_name == module.configuration.name && module.configuration.locked_days == null
    error_message = "AWS Config delivers to no bucket that locks its objects by default."
  }
}

run "a_high_finding_reaches_a_person" {
  assert {
    condition     = aws_cloudwatch_event_target.findings.arn == var.alerts_topic_arn && strcontains(aws_cloudwatch_event_rule.findings.event_pattern, "CRITICAL")
    error_message = "Findings go to the topic of alerts."
  }
}

run "code_is_scanned_and_threats_to_every_kind_of_data_are_watched" {
  assert {
    condition     = length(setsubtract(["ECR", "LAMBDA"], aws_inspector2_enabler.this.resource_types)) == 0
    error_message = "Images and functions are scanned."
  }
  assert {
    condition     = alltrue([for it in ["EKS_AUDIT_LOGS", "S3_DATA_EVENTS", "RDS_LOGIN_EVENTS"] : aws_guardduty_detector_feature.this[it].status == "ENABLED"])
    error_message = "Cluster, buckets and database."
  }
}

run "an_account_for_trying_can_be_emptied" {
  variables { protected = false }

  assert {
    condition     = module.records.locked_days == null
    error_message = "Where nothing is protected, destroy leaves nothing."
  }
}
