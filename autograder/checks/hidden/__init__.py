"""Hidden checks: fresh cases, expected values from the solutions. They never travel."""
