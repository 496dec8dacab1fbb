# The differences between two days or two catalogues.

# Whose hands
hands-own = the municipality itself
hands-each = each municipality for itself
hands-nobody = nobody
hands-if = { $name } ({ $condition })
hands-only = only { $names }
hands-also = also { $names }
hands-between = { $before } → { $after }
hands-other-cases = { $who }, in other cases than before

# Why a finding is solved
why-succeeded = { $names } no longer exists; { $successor } has taken over.
why-ended = { $names } no longer exists.
why-not-yet = { $names } does not exist yet.
why-unknown = { $names } is not in the other catalogue.
why-no-service = { $n ->
    [one] The service is not there.
   *[other] None of the services is there.
 }
why-alone = { $n ->
    [one] Only { $names } has it.
   *[other] In each place only one has it: { $names }.
 }
why-straight-one = The chain is gone: the call gets there in at most one step.
why-straight-all = The chain is gone: all { $calls } calls get there in at most one step.
why-straight = The chain is gone: { $straight } of { $calls } calls get there in at most one step.
why-straight-some = The chain is no longer in the catalogue. Of { $calls } calls { $straight } get there in at most one step; where { $unknown } go nobody has written down.
why-straight-unknown = The chain is no longer in the catalogue, but nobody has written down where the calls go now.
why-straight-inferred-one = The chain is no longer in the catalogue. By a general referral the call gets there in at most one step.
why-straight-inferred-all = The chain is no longer in the catalogue. By a general referral all { $calls } calls get there in at most one step.
why-straight-inferred = The chain is no longer in the catalogue. Of { $calls } calls { $straight } get there in at most one step, and { $inferred } more by a general referral.
why-straight-some-inferred = The chain is no longer in the catalogue. Of { $calls } calls { $straight } get there in at most one step, and { $inferred } more by a general referral; where { $unknown } go nobody has written down.
why-entrance-one = There is a single entrance.
why-entrance = { $one } of { $calls } calls have a single entrance.
why-somebody = { $names } takes care of it.
why-together = { $names } has it for all of them together.
why-agreed = The facts no longer differ.
why-until = According to the catalogue it was so until { $day }.
why-from = According to the catalogue it is so from { $day }.
why-unwritten = Nobody has written it in the other catalogue.
why-unseen = The catalogue does not show why.

# What a finding is about
subject-services = { $n ->
    [one] one service
   *[other] { $n } services
 }
