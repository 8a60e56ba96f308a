"""What an organisation measures agreements by: the profile that it chose and its own playbook, by version."""
