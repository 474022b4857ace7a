-- Contracts 0001_work-items: a delivery names its state. Previous releases inserted sent ones only.
alter table notifications.delivery alter column state drop default, alter column sent_at drop default;
