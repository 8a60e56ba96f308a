"""Reports over what the organisation keeps: every register in every form, the accountability pack, the yearly report."""
