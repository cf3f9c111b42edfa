# The invented family.
