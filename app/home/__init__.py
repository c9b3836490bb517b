"""Home: what is next, the navigation, and the leader's list of decisions."""
