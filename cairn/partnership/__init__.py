"""The area: agencies, groups, seats, sign-in, the product's day, the outbox, duties owed without a case."""
