"""What people do in the partnership: accounts, agencies, seats, duties, notices. One transaction each."""
