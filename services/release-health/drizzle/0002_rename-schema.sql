-- Earlier tables were made in a schema `analytics`, which the administrator of a state from that time renames.
SELECT 1;
