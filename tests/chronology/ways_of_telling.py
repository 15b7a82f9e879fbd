"""How agencies tell the usual kinds of event, each in its own words, and the details that tell one from another."""

from __future__ import annotations

from dataclasses import dataclass

DETAILS = {
    "place": ("kitchen", "back garden", "hallway", "bedroom", "stairwell", "play area", "bus stop", "front step"),
    "reason": (
        *(
            "a cough",
            "an ear infection",
            "a rash on the arms",
            "poor sleep",
            "a sore tummy",
            "toothache",
            "a high fever",
        ),
        *("constipation", "eczema behind the knees", "an asthma attack", "headaches", "a swollen ankle"),
    ),
    "worry": (
        *("dirty bottles", "an empty fridge", "a broken window", "mould on the walls", "no bedding", "a large dog"),
        *("cigarette smoke", "loose wires", "visitors late at night", "medicine within reach", "a missing stair gate"),
    ),
    "who": ("mother", "father", "grandmother", "an aunt", "the older sister", "a neighbour", "the childminder"),
    "need": (
        *("speech", "parenting", "debts", "school transport", "a bed", "nursery hours", "respite", "a food parcel"),
        *("counselling", "potty training", "a move of home", "glasses", "swimming lessons"),
    ),
    "mark": (
        *(
            "a bruise on the left cheek",
            "a scratch under the right eye",
            "a bump on the forehead",
            "a graze on the chin",
        ),
        *("a small burn on the hand", "a bruise on the right shin", "a cut on the lip", "a red mark on the neck"),
    ),
    "said": (
        *("he fell off the sofa", "it happened at football", "his brother pushed him", "he walked into a door"),
        *("she did not know", "the cat scratched him", "he tripped on a toy", "it was there after nursery"),
    ),
    "kilos": tuple(f"{kilos / 10}" for kilos in range(62, 240, 3)),
    "hour": tuple(f"{hour}:{minute:02}" for hour in range(8, 21) for minute in (0, 15, 40)),
    "number": tuple(map(str, range(2, 30))),
}


@dataclass(frozen=True)
class Kind:
    """One kind of event, as agencies tell it; words in braces are details, those in brackets may be left out."""

    ways: tuple[str, ...]


KINDS = (
    Kind(
        (
            "Home visit by health visitor. Child weighed {kilos} kg. {worry} noticed[, talked over with {who}].",
            "HV told us of visit at home: {worry}; weight {kilos} kg[; {who} present].",
            "Health visitor saw child at home, concerned about {worry}, weighs {kilos}kg.",
        )
    ),
    Kind(
        (
            "Appointment for {reason} at the hospital: was not brought[ by {who}].",
            "DNA hospital appointment ({reason}).[ Letter sent to {who}.]",
            "Did not attend outpatients for {reason}.",
        )
    ),
    Kind(
        (
            "{who} attended the emergency department with the child for {reason}[ at {hour}]. Home with advice.",
            "A&E: seen with {reason}, brought by {who}[, discharged home].",
            "Notice from hospital that child was in ED because of {reason}, with {who}.",
        )
    ),
    Kind(
        (
            "Teacher noticed {mark}. Child said that {said}.",
            "School rang: {mark} seen by teacher, explanation given that {said}[; {who} not yet asked].",
            "Call from class teacher regarding {mark}. Explanation: {said}.",
        )
    ),
    Kind(
        (
            "Officers went to the address after {who} reported shouting in the {place}. All quiet[ by {hour}].",
            "Police attended home address following a call by {who} about an argument in the {place}.",
            "Notification by police: verbal argument, {place}, reported by {who}[; no offence].",
        )
    ),
    Kind(
        (
            "Child absent from school for {number} days with {reason}. {who} telephoned.",
            "Absence: {reason}, {number} days, reported by {who}.",
            "Told by school of {number} days' absence because of {reason}[ ({who} rang them)].",
        )
    ),
    Kind(
        (
            "Request for help with {need} received from {who}[; passed to the early help team].",
            "{who} asked for support with {need}.",
            "Early help: {who} wishes help about {need}[, form filled in].",
        )
    ),
    Kind(
        (
            "Strategy meeting about {mark}: enquiry under section 47 agreed[, {number} people present].",
            "Strategy discussion held; s47 to begin because of {mark}[; {said}].",
            "Took part in strategy meeting re {mark}. Section 47 agreed.",
        )
    ),
    Kind(
        (
            "Housing officer inspected the flat: {worry} in the {place}. Repair ordered.",
            "Inspection of the property by landlord found {worry} ({place}).",
            "Landlord's officer says that there was {worry} in the {place} at the inspection[; {who} let them in].",
        )
    ),
    Kind(
        (
            "Core group meeting. {who} came; {need} and {worry} on the plan.",
            "Core group held, {who} attended. Plan covers {worry} and {need}.",
            "Attended core group: talk of {need} and of {worry}[ with {who}].",
        )
    ),
    Kind(
        (
            "Social worker visited unannounced, no answer at the door. Card left about {need}.",
            "SW called at home without notice: no reply. Card left ({need}).",
            "Told by social worker of a visit without access today, to talk about {need}.",
        )
    ),
    Kind(
        (
            "{who} telephoned to say that child would not be at nursery because of {reason}.",
            "Nursery: phone call from {who}, child not in, {reason}.",
            "Phoned by {who}: keeping child off nursery ({reason}).",
        )
    ),
    Kind(
        (
            "Police stopped a car with {who} and the child in it; {worry} inside.",
            "Officers note: car stopped, {who} driving, the child in the back, {worry}.",
            "Notice from police of a traffic stop, {who} with the child, {worry} seen.",
        )
    ),
    Kind(
        (
            "Bloods taken because of {reason}; results expected in {number} days.",
            "Blood test for {reason}, {number} days until results[; {who} held the child].",
            "Letter from the laboratory: sample received about {reason}, answer in {number} days.",
        )
    ),
    Kind(
        (
            "Duty desk took a call from {who}: worried that there is {worry} at the house.",
            "{who} rang the duty team worried about {worry}[ at {hour}].",
            "Duty call, {who}: {worry}. Advice given.",
        )
    ),
    Kind(
        (
            "Parents' evening: {who} came and talked of {need} with the teacher.",
            "Teacher met {who} at parents' evening; {need} talked of.",
            "School told us that {who} came to parents' evening and asked about {need}.",
        )
    ),
    Kind(
        (
            "Play session at the family centre: child shy, {who} joined in, {mark} seen.",
            "Family centre: {mark} seen at the play session[, {who} said {said}].",
            "Told by the family centre of {mark} at today's session.",
        )
    ),
    Kind(
        (
            "Rent arrears of {number} weeks. {who} asked for help with {need}.",
            "{who} {number} weeks behind with the rent, help with {need} wanted.",
            "Landlord says {number} weeks of arrears[; {who} spoke of {need}].",
        )
    ),
    Kind(
        (
            "Prescription for {reason} collected by {who}.",
            "Pharmacy: medicine against {reason} handed to {who}.",
            "Chemist told us {who} fetched medicine for {reason}[ at {hour}].",
        )
    ),
    Kind(
        (
            "Lost from sight at the {place} for {number} minutes, found by {who}.",
            "Missing episode: {number} minutes, last seen at the {place}[, found by {who}].",
            "Reported missing from the {place}; back after {number} minutes with {who}.",
        )
    ),
    Kind(
        (
            "Review of the plan: {need} still open, {worry} better.",
            "Child in need review held. {worry} improved; {need} outstanding.",
            "Attended review: progress on {worry}, none on {need}[; {who} unhappy].",
        )
    ),
    Kind(
        (
            "Dentist: check-up after {mark}; {who} told to come back in {number} weeks.",
            "Dental appointment because of {mark}, again in {number} weeks.",
            "Letter of dentist about {mark}[, brought by {who}]; return in {number} weeks.",
        )
    ),
    Kind(
        (
            "Ambulance called to the {place} for {reason}; not taken to hospital.",
            "Paramedics came ({reason}, {place}). Child stayed at home.",
            "999 call by {who}: {reason}, child in the {place}. Left at home.",
        )
    ),
    Kind(
        (
            "Contact with {who} supervised at the centre for {number} minutes; {said}, child explained.",
            "Supervised contact, {who}, {number} minutes. Child told worker that {said}.",
            "Contact worker's note: {who} seen for {number} minutes[, {mark} pointed out]; {said}.",
        )
    ),
)

OTHERWISE = (
    ("mother", "mum"),
    ("father", "dad"),
    ("grandmother", "MGM"),
    ("(?:the )?child", "Billie"),
    ("on the", "to"),
    ("noticed", "seen"),
    ("said that", "says"),
    ("asked", "was asking"),
    ("a bruise", "bruising"),
    ("visit", "visiting"),
    ("telephoned", "rang"),
)
