mock_provider "aws" {
  source = "../../mocks"
}

mock_provider "aws" {
  alias  = "us_east_1"
  source = "../../mocks"
}

variables {
  environment = "production"
  protected   = true
  zones_alone = true
  database    = { class = "db.m7g.large", gigabytes = 100, backup_days = 35 }
  cache       = { class = "cache.m7g.large", replicas = 2 }
  search      = { class = "m7g.large.search", nodes = 3, gigabytes = 100 }
  nodes       = { class = "m7i.large", min = 3, max = 6 }
  log_days    = 90
}

run "every_workload_has_a_role_and_a_secret_of_the_names_in_manifests" {
  command = plan

  assert {
    condition     = keys(output.roles.workloads) == keys(local.mall.workloads)
    error_message = "Roles are those of service accounts."
  }

  assert {
    condition     = alltrue([for name, secret in output.secrets : secret == "mallhive/production/${name}"])
    error_message = "External Secrets finds each workload's secret by its name."
  }
}

run "every_team_has_a_role_and_a_key" {
  command = plan

  assert {
    condition     = toset(keys(output.roles.teams)) == toset(local.mall.microFrontends)
    error_message = "A micro frontend is released by its team's pipeline."
  }
}

run "an_environment_that_nobody_knows_is_refused" {
  command = plan

  variables {
    environment = "prod"
  }

  expect_failures = [var.environment]
}
