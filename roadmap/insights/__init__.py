"""What plans tell beyond themselves: comparing and ranking roles, reading adverts, what-if and why-not."""
