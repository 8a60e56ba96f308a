"""A catalogue of services, who takes which, and so which agreements a breach touches."""
