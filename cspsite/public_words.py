"""Words by which something is nobody's personal detail: those of shared mailboxes, and short forms of Acts."""

from __future__ import annotations

from dataclasses import dataclass

#: What a mailbox is called by that belongs to a role or an office, not to a person.
_ROLES = """
admin administration analysis analyst analysts assistant board bookings chair chief clerk commander commissioner
committee communications communities community communitysafety complaints constable contact contactus control
controlroom coordinator coordinators council councillors csp customer customers customerservice customerservices
data dataprotection deputy desk director directorate dpo duty enquiries enquiry events executive feedback finance
foi general governance grants group hello help helpdesk hr info information inspector intel intelligence invoices
lead legal licensing mail mailbox manager managers media meetings member members newsletter office officer officers
operations ops panel partners partnership partnerships performance policy post press procurement programme project
projects public reception referral referrals report reporting reports research review room safe safeguarding safer
safety scrutiny secretariat secretary sergeant service services shared statistics strategic strategy superintendent
supervisor support task team teams unit webmaster
"""
#: What else a shared mailbox is called by: what an office works on, and the services of a partnership.
_SUBJECTS = """
abuse adult adults alcohol ambulance antisocial antisocialbehaviour arson asb asbo behaviour burglaries burglary
cctv children childrens cohesion crime crimereduction crimes csu cyber cybercrime da daat dat domestic domesticabuse
domesticviolence drug drugs dv environment environmental environmentalhealth exploitation families family fire
firesafety fraud gangs hate hatecrime health homelessness housing idva intervention iom isva justice knife
knifecrime lgbt licence licences mappa marac mash nbhd neighbour neighbourhood neighbourhoods neighbourhoodwatch nhs
nhw noise nuisance offender offenders offending opcc parking pcc pct police policing ppo prevent prevention
probation publichealth reoffending resilience roads roadsafety robbery schools sexual shoplifting snt socialcare
standards substance tenancy theft towncentre trading tradingstandards traffic trafficking transport vawg vehicle
vehicles victim victims victimsupport violence vru wardens watch witness yjs yos yot youth youthjustice
youthoffending
"""
#: What stands behind the number of a section: Acts of Parliament, and what they make. Only those with the three letters
#: that a vehicle's registration ends with.
_SHORT_FORMS = """
ASB CBO CCA CDA CJA CPA CPN CPS CPW CSP CTA DAA DPA DVA EPA HRA LGA MCA MDA MHA MSA NHS NPS OSA PCA PCC PHA POA PRA PSA
RTA SCA SOA TCP YJS YOS YOT
"""
ROLES = frozenset(_ROLES.split())
SUBJECTS = frozenset(_SUBJECTS.split())
SHORT_FORMS = frozenset(_SHORT_FORMS.split())


@dataclass(frozen=True, slots=True)
class PublicWords:
    """What may stand in words, though it looks like a personal detail.

    `mailboxes` are the words of shared ones, in lower case; `short_forms` stand behind the number of a section or a
    year; `texts` are those that the partnership has said are nobody's.
    """

    mailboxes: frozenset[str] = ROLES | SUBJECTS
    short_forms: frozenset[str] = SHORT_FORMS
    texts: frozenset[str] = frozenset()
