"""What the real supplementary agenda of 9 February 2016 says: every name, date, number, item and cross-reference, as we tell it."""

import re

# Of its front sheet.
FRONT = [
    "Date: 3 February 2016", "Overview & Scrutiny Panel, Supplementary agenda 1", "Ask for: Charles Hungwe", "(01843) 577186",
    "charles.hungwe@thanet.gov.uk", "7.00 pm on Tuesday 9 February 2016",
    "Council Chamber, Council Offices, Cecil Street, Margate, Kent", "Cllr David Saunders (Chairman)",
    "Cllr G Coleman-Cooke (Deputy Chair)",
    "Cllr Bambridge, Cllr Campbell, Cllr Connor, Cllr Curran, Cllr Dennis, Cllr Dexter, Cllr Dixon, Cllr Elenor, Cllr Falcon, "
    "Cllr Jaye-Jones, Cllr Parsons, Cllr Potts",
    "4. Minutes of the extraordinary meeting of 26 January 2016", "6. Thanet Community Safety Plan for 2016–2017",
    "To approve the minutes of the extraordinary meeting of the Overview & Scrutiny Panel held on 26 January 2016",
    "for item 6", "replaces the one sent before",
]  # fmt: skip

# Of item 4, the minutes.
MINUTES = [
    "extraordinary meeting held on 26 January 2016 at 7.00 pm in Council Chamber, Council Offices, Cecil Street, Margate, Kent",
    "Cllr David Saunders (Chair), Cllr G Coleman-Cooke",
    "Cllr Campbell, Cllr Connor, Cllr Curran, Cllr Dennis, Cllr Dexter, Cllr Dixon, Cllr Elenor, Cllr Falcon, Cllr Jaye-Jones",
    "Cllr I Gregory", "Cllr Potts", "Cllr Taylor-Smith", "In attendance: Cllr Townend",
    "39. Apologies for absence", "Cllr Parsons, substituted by Cllr I Gregory", "Cllr Bambridge, substituted by Cllr Taylor-Smith",
    "40. Declarations of interest", "There were no declarations of interest",
    "41. Budget 2016–17 and medium term financial plan 2016–2020", "Tim Willis, Director of Corporate Resources",
    "section 151 officer", "19 January 2016", "Table 1, on external funding, is in thousands of pounds", "in millions",
    "second homes", "empty properties", "4 February 2016", "Government funding and council tax", "town and parish councils",
    "£163,000", "Matt Sanham, Financial Services Manager", "business rates", "floral displays", "Pay to Stay",
    "Nikki Walker, Interim Head of Financial Services", "£60,000", "P60", "Exchequer", "East Kent Housing", "Valuation Office",
    "Department for Work and Pensions", "solar and hydro power project at the Port of Ramsgate",
    "Cllr I Gregory moved, and Cllr Taylor-Smith seconded, the motion", "RECOMMENDED to Council",
    "1. That the draft medium term financial plan in Annex 1", "2. That the draft general fund revenue estimates", "2019–20",
    "3. That general reserves are held at £2.011m", "Annex 5",
    "4. That the estimates of the housing revenue account (HRA)", "Annex 3",
    "5. That the grant to minor preceptors is reduced", "paragraph 3.15", "6. That the capital budgets", "Annexes 2 and 4",
    "RECOMMENDED to Cabinet", "7. That the Panel accepts the budget as it stands, with the addendum that no further capital spending goes "
    "ahead in 2016/17 until the capital programme has been fully reviewed", "Meeting concluded: 8.25 pm",
]  # fmt: skip

# Of item 6, the report.
REPORT = [
    "Overview & Scrutiny Panel", "Jessica Bailey – Community Safety Team Leader", "Unrestricted", "All wards", "For decision",
    "Crime and Disorder Act 1998", "1 February", "4.3%", "January to December 2015", "January to December 2014",
    "Over 90 stakeholders of 16 public, private and voluntary agencies", "December 2015", "January 2016", "393 responses", "72%",
    "Community Safety Unit of Kent County Council", "Reducing offending and reoffending", "Safeguarding our most vulnerable people",
    "Improving community confidence and agency collaboration", "Thanet Leadership Group", "Health and Well-Being and Invest Thanet",
    "Kent Fire and Rescue Service", "early April 2016", "three focus areas", "strategic lead officer", "operational lead officer",
    "Executive Board", "Leadership Board", "£31,957", "TCSP Executive Group", "section 17", "Priority 1", "Priority 2",
    "corporate value 1", "CSP Working Party recommended on 1 February 2016", "Annex 1", "Cabinet, then Council",
    "Matt Sanham, Financial Services Manager", "Clive Bowen, External Funding Officer",
    "Hannah Thorpe, Interim Head of Communications", "Ciara Feeney, Head of Legal Services & Deputy Monitoring Officer", "x7737",
    "Penny Button", "Head of Safer Neighbourhoods", "x7425", "Rob Kenyon", "Director of Community Services", "x7123",
]  # fmt: skip
REPORT += [
    "1.0", "1.4", "2.0", "2.6", "3.0", "3.3", "4.0", "4.6", "5.0", "5.2", "6.0", "6.2", "7.0", "7.1", "7.3", "8.0", "8.1", "9.0",
    "9.1",
]  # fmt: skip

# Of its annex, the plan.
ANNEX = [
    "Draft Community Safety Plan 2016–2017", "Contents", "Foreword", "Background and context", "Key achievements for 2015/16",
    "Partnership structure", "How does it all work?", "Our plans for 2016/17", "Useful telephone numbers", "Ann Barnes",
    "Health and Wellbeing Board", "Invest Thanet", "Margate Task Force", "Social Justice model", "Cliftonville West",
    "Margate Central", "Chief Inspector Sharon Adley, Thanet District Commander",
    "Cllr Lin Fairbrass, Cabinet Member for Community Safety", "Crime and Disorder Reduction Partnership", "substance misuse",
    "Kent County Council", "Kent Probation Community Rehabilitation Company", "Thanet Clinical Commissioning Groups",
    "Kent Community Safety Agreement 2014–17", "Corporate Plan 2015–19", "Kent Police Control Strategy 2015–2018",
    "plan 2013–17", "Safety and Wellbeing Plan 2016–18", "Gangs Strategy 2016", "Domestic Abuse Strategy 2013–16",
    "Reducing Reoffending 2012–15", "Legal Aid, Sentencing and Punishment of Offenders Act 2012", "Protection of Freedoms Act 2012",
    "Police Reform and Social Responsibility Act 2011", "Anti-Social Behaviour, Crime and Policing Act 2014",
    "Offender Rehabilitation Act 2014", "Children and Families Act 2014", "Home Office 2013", "Prevent Strategy 2011",
    "Counter Terrorism and Security Bill 2015", "Ending Gang Violence and Exploitation 2016", "version 4", "in 2014",
    "four themes with 30 actions", "6 were finished", "24 well under way", "15 family support panels", "domestic homicide reviews",
    "8 licensed premises", "early help worker", "Say it", "St Giles Trust", "One Stop Shop", "14 neighbourhood responsibility panels",
    "21 clients", "dual diagnosis", "Thanet Alcohol Strategy", "preventing extremism", "58 patrols", "1,200 hours", "1,758 people",
    "1,500 pupils", "Kent Youth Service", "17 public meetings", "Leadership Group", "Executive Group", "Scrutiny working group",
    "Community Safety Conference", "Delivery groups", "Community Safety Unit", "offender management", "neighbourhood watch",
    "residents’ associations", "North, East, South and West", "PCSOs", "wardens", "Strategic assessment", "April to March",
    "www.kent.police.uk", "www.thanetcommunitysafety.org.uk", "community.safety@thanet.gov.uk", "01843 577000", "08458 247 202",
    "101 (in an emergency 999)", "01622 692121", "03000 414141", "01795 590 635", "03000 473218", "0800 389 3576", "0300 123 1186",
    "01622 221676", "0808 2000 247", "0800 678 1221", "0800 781 4755", "08456 120 021", "0845 873 1321", "0800 5677699",
    "0845 3030900", "0800 555 111", "01843 577 536",
]  # fmt: skip


def missing(facts, text):
    """Those that are not in it, wherever its lines break."""
    plain = re.sub(r"\s+", "", text)
    return [fact for fact in facts if re.sub(r"\s+", "", fact) not in plain]
