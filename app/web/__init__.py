"""The shell: transactions, policies, forms, errors, headers, layouts and components. It knows no domain."""
