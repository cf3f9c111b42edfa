# The words of this page.
