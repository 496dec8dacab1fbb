# The card: the answer in a call, the same on the screen and on the command line. Labels have nine letters at most.

label-ring = RING
label-write = WRITE
label-turn-to = REFER TO
label-on-call = ON CALL
label-hours = Hours
label-new = NEW
label-note = NOTE
label-gap = GAP
label-unclear = UNCLEAR
label-ask = ASK
label-not-here = NOT HERE
label-who = WHO DOES WHAT
label-stated = STATED
label-stated-differently = STATED DIFFERENTLY
label-law = Law
label-sources = Sources

card-acute = ACUTE, in danger ring { $number }
card-otherwise = Otherwise:
card-otherwise-nobody = Nobody has been given the rest.
card-unclear = It has not been settled who takes the call first. These have a part in it:
card-has-steps = has { $steps }
card-gap = Nobody has been given this task.
card-only-appeal = Nobody has been given the first call; only an appeal has an address.
card-only-on-call = Nobody has been given the first call; there is only somebody on call.
card-no-service = The service did not exist on this day.
card-no-number = the number is not known
card-on-call = when it is closed
card-took-over = { $old } no longer exists, { $new } has taken over
card-no-source = none

checked-verified = verified { $day }
checked-overdue = verified { $day }, overdue
checked-published = as of { $day }
checked-never = never verified
source-ids = { $n ->
    [one] source { $ids }
   *[other] sources { $ids }
 }

row-varies = varies
row-conditional = it depends
row-unclear = unclear who
row-gap = nobody
