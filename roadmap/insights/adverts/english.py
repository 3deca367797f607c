"""The English that adverts are read by: every table of words there is.

Single words stand as `words.forms` makes them, in the singular and in American spelling; in phrases any form will do.
"""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """The words or phrases of a text that has commas between them."""
    return tuple(phrase for part in text.split(",") if (phrase := " ".join(part.split())))


WISHED = listed("""
    ideally, preferably, nice to have, nice to haves, good to have, bonus, bonus points, bonus points for, bonus
    points if, bonus if, big plus if, extra credit, extra credit for, brownie points, brownie points for, plus
    points, plus points for, desirable, desirables, it helps if, helps if, it would help if, would be great if, it
    is great if, it would be great if, we would love it if, we'd love it if, optional, optionally, a plus if, plus
    if, not required but, not essential but, not necessary but, not mandatory but, would be lovely, we get excited
    if, additional points for, kudos for, extra points for, extra points, even better, better still, preferred
    qualifications, preferred experience, preferred skills, we would also like, would also like, nice extras, icing
    on the cake, cherry on top, perhaps, maybe, brownie pts, bonus pts, pts, also nice, nice if, would love if, it'd
    be great, it would be great, it'd be nice, it would be nice, would be great to, so would, so is, so are, we'd be
    happy, extra credit if, you might also have, might also have, may also have, might also, we'd prefer, we would
    prefer, prefer someone who, plusses, pluses, cherry on the cake, helpful but optional, advantage, even better
    if, as would, as is, as are, as would be, handy, assets, additional merits, wouldn't hurt if
""")
"""What follows would be nice to have."""

WISHED_BEFORE = listed("""
    a plus, is plus, big plus, huge plus, strong plus, definite plus, great plus, real plus, a bonus, big bonus,
    nice bonus, preferred, strongly preferred, highly preferred, desirable, highly desirable, desired, highly
    desired, advantageous, an advantage, advantage, strong advantage, distinct advantage, of advantage, beneficial,
    helpful, welcome, very welcome, appreciated, valued, highly valued, an asset, asset, nice to have, good to have,
    would be great, would be nice, would be ideal, would be good, would be useful, would be handy, is useful,
    useful, handy, optional, but not required, but not essential, but not necessary, not essential, not mandatory,
    not a must, no must, not a dealbreaker, not a deal breaker, is a nice extra, nice extra, not strictly required,
    not a hard requirement, not strictly necessary, would be beneficial, will set you apart, sets you apart, gets
    you extra points, makes us happy, wins you points, is great, viewed favorably, looked upon favorably, would
    help, will help, is not essential, not compulsory, bonus, bonus points, brownie points, brownie pts, an extra,
    not a condition, no condition, extras, useful extra, not required but, would be cool, would be ace, wouldn't
    hurt, would not hurt, would be lovely, would be awesome, helps you, a welcome extra, a merit, meriting, is
    helpful, wouldn't go amiss, won't hurt
""")
"""What comes before would be nice to have."""

UNASKED = listed("""
    no, not, without, don't need, do not need, you don't need, no need, no need for, never, rather than, instead of,
    not looking for, isn't, is not, aren't, are not, won't, will not, you won't, we don't, we do not, don't, do not,
    neither, nor, no longer, forget, forget about, as opposed to, replacing, away from, moving off, moved off,
    migrated from, gave up, hate, tired of, don't worry about, do not worry about, no longer use, isn't about, is
    not about, you don't have to, don't have to, do not have to, needn't, need not, you needn't, not expected,
    nobody expects, not asking for, not looking for people, not needed, not required, no need of
""")
"""What follows is not asked for."""

ELSEWHERE = listed("""
    other teams own, other teams owns, other teams maintain, other teams maintains, other teams run, other teams
    runs, other teams handle, other teams handles, other teams build, other teams builds, other teams manage, other
    teams manages, other teams do, other teams does, other teams look after, other teams looks after, other teams
    operate, other teams operates, other teams take care of, other teams takes care of, other groups own, other
    groups owns, other groups maintain, other groups maintains, other groups run, other groups runs, other groups
    handle, other groups handles, other groups build, other groups builds, other groups manage, other groups
    manages, other groups do, other groups does, other groups look after, other groups looks after, other groups
    operate, other groups operates, other groups take care of, other groups takes care of, other departments own,
    other departments owns, other departments maintain, other departments maintains, other departments run, other
    departments runs, other departments handle, other departments handles, other departments build, other
    departments builds, other departments manage, other departments manages, other departments do, other departments
    does, other departments look after, other departments looks after, other departments operate, other departments
    operates, other departments take care of, other departments takes care of, another team own, another team owns,
    another team maintain, another team maintains, another team run, another team runs, another team handle, another
    team handles, another team build, another team builds, another team manage, another team manages, another team
    do, another team does, another team look after, another team looks after, another team operate, another team
    operates, another team take care of, another team takes care of, another group own, another group owns, another
    group maintain, another group maintains, another group run, another group runs, another group handle, another
    group handles, another group build, another group builds, another group manage, another group manages, another
    group do, another group does, another group look after, another group looks after, another group operate,
    another group operates, another group take care of, another group takes care of, a different team own, a
    different team owns, a different team maintain, a different team maintains, a different team run, a different
    team runs, a different team handle, a different team handles, a different team build, a different team builds, a
    different team manage, a different team manages, a different team do, a different team does, a different team
    look after, a different team looks after, a different team operate, a different team operates, a different team
    take care of, a different team takes care of, a separate team own, a separate team owns, a separate team
    maintain, a separate team maintains, a separate team run, a separate team runs, a separate team handle, a
    separate team handles, a separate team build, a separate team builds, a separate team manage, a separate team
    manages, a separate team do, a separate team does, a separate team look after, a separate team looks after, a
    separate team operate, a separate team operates, a separate team take care of, a separate team takes care of,
    our platform team own, our platform team owns, our platform team maintain, our platform team maintains, our
    platform team run, our platform team runs, our platform team handle, our platform team handles, our platform
    team build, our platform team builds, our platform team manage, our platform team manages, our platform team do,
    our platform team does, our platform team look after, our platform team looks after, our platform team operate,
    our platform team operates, our platform team take care of, our platform team takes care of, our data team own,
    our data team owns, our data team maintain, our data team maintains, our data team run, our data team runs, our
    data team handle, our data team handles, our data team build, our data team builds, our data team manage, our
    data team manages, our data team do, our data team does, our data team look after, our data team looks after,
    our data team operate, our data team operates, our data team take care of, our data team takes care of, sister
    team own, sister team owns, sister team maintain, sister team maintains, sister team run, sister team runs,
    sister team handle, sister team handles, sister team build, sister team builds, sister team manage, sister team
    manages, sister team do, sister team does, sister team look after, sister team looks after, sister team operate,
    sister team operates, sister team take care of, sister team takes care of, there is a team for that, is another
    team's, are another team's, which other teams, another team's job
""")
"""Whatever the sentence names is the work of others."""

UNASKED_BEFORE = listed("""
    not required, isn't required, is not required, are not required, aren't required, not needed, isn't needed, not
    necessary, isn't necessary, unnecessary, is irrelevant, irrelevant, not a requirement, isn't a requirement, not
    expected, won't be needed, will not be needed, no longer used, not used, not part of, not part of this role,
    done by others, looked after by, not expected to, is built by, is run by, is done by, is owned by, is handled
    by, is maintained by, is operated by, is managed by, is covered by, is taken care of by, is looked after by, are
    built by, are run by, are done by, are owned by, are handled by, are maintained by, are operated by, are managed
    by, are covered by, are taken care of by, are looked after by, by a sister team, by another team, by a different
    team, by colleagues, by other teams, by another department, is bought, are bought
""")
"""What comes before is not asked for."""

DEMANDED = listed("""
    required, is required, must have, must haves, must, essential, mandatory, a must, non negotiable, we require,
    you must
""")
"""What stands with it is demanded, whatever the heading says."""

NOT_MEANT = listed("""
    not only, not just, not limited to, no matter, whether or not, not afraid, no problem, not least, no later, no
    less, not to mention, why not, if not, or not, not necessarily, not merely, no wonder, no two, no one, no
    surprise, never stop, never ending, not sure, not yet, no fewer, not simply, no more, do not hesitate, don't
    hesitate, no agencies, if you don't, if you do not, even if you don't, even if, not discriminate, never the
    same, no stranger, plus a, plus the, plus an, advantage of, take advantage, useful insights, useful features,
    must be able, you welcome, welcome to, welcome you, don't be shy, don't meet, do not meet, not meet, not tick,
    don't tick, not all, bonus scheme, annual bonus, performance bonus, bonus and, discretionary bonus, sign on
    bonus, signing bonus, referral bonus, bonus up to, bonus of, required to, is required to, great communication,
    don't worry if, do not worry if, an extra mile, the extra, extra mile, no bonus
""")
"""What looks like one of these and is none."""

ADVANCED = listed("""
    strong, strongly, advanced, deep, deeply, expert, experts, expert level, expertise, extensive, extensively,
    mastery, master, masters of, in depth, excellent, profound, thorough, thoroughly, fluent, fluency, fluently,
    command of, outstanding, exceptional, rigorous, seasoned, highly experienced, highly skilled, inside out, second
    nature, superb, proven track record, significant experience, substantial experience, wizard, guru, ninja, world
    class, senior level, highly proficient, very strong, very good, rock solid
""")
"""What speaks of level 3."""

WORKING = listed("""
    solid, good, proficient, proficiency, hands on, practical, confident, confidence, confidently, competent,
    competence, working knowledge, comfortable, skilled, sound, proven, demonstrable, demonstrated, production
    experience, commercial experience, professional experience, well versed, adept
""")
"""What speaks of level 2."""

FOUNDATION = listed("""
    familiarity, familiar, exposure, basic, basics, basics of, awareness, aware, some knowledge, some experience, a
    little, beginner, introductory, entry level, first experience, initial experience, an interest in, interest in,
    willingness to learn, willing to learn, eager to learn, curious about, conversant, elementary, rudimentary,
    fundamentals of, basic understanding, general understanding, high level understanding, working familiarity, a
    bit of, some, light, conceptual understanding, appreciation of
""")
"""What speaks of level 1."""

DEMANDS_SECTION = listed("""
    requirements, qualifications, what you will need, what you'll need, what you need, you have, you bring, what you
    bring, what you'll bring, what we need, what we're looking for, what we are looking for, who you are, about you,
    your profile, your skills, skills, experience, person specification, the person, the ideal candidate,
    responsibilities, duties, key duties, what you'll do, what you will do, what you do, you will, you'll, the role,
    the job, about the role, about the job, about this role, role overview, role summary, your role, your mission,
    your tasks, tasks, day to day, day-to-day, key accountabilities, accountabilities, job description, job summary,
    the work, tech stack, our stack, the stack, stack, technologies, technology, tools, tools we use, our tech,
    toolbox, technical skills, the project, the position, about the position, the opportunity, the successful
    candidate, you should have, what the job involves, the challenge, your background, knowledge, purpose
""")
"""Headings of what is asked for, or done."""

WITH_HEADINGS = frozenset(
    listed("""
    key, core, main, our, your, my, the, and, of, for, a, an, technical, additional, other, professional, personal,
    ideal, candidate, role, job, you, we, us, team, to, some, few, also, just, what, how, s, is, are, it, who, re,
    ll, this, that, work, really, further, relevant, general, specific, 1, 2, 3, 4, 5
""")
)
"""Words that come with the phrases of headings."""

MUST_SECTION = listed("""
    essential, essentials, essential criteria, essential skills, required, must, must have, must haves, mandatory,
    minimum, minimum qualifications, minimum requirements, basic qualifications, mandatory skills
""")
"""Headings of what is demanded, even together with one of wishes: "essential and desirable"."""

WISHES_SECTION = listed("""
    nice to have, nice to haves, nice-to-haves, good to have, bonus, bonus points, bonus points for, bonus skills, a
    plus, plus, pluses, big plus, plus points, preferred, preferred qualifications, preferred skills, preferred
    experience, desirable, desirable criteria, desirable skills, desired, desirables, desired skills, extra credit,
    extra points, advantageous, even better, even better if, ideally, ideally you, it would be great, it'd be great,
    would be nice, would be a plus, optional, we would love, icing on the cake, it helps if, helpful, beneficial, we
    get excited, additional skills, not essential, not required but, stand out, brownie points, cherry on top,
    useful but not required, what would be great, extras, bonus if, also welcome, also nice, nice, brownie pts,
    bonus pts, extra, an extra, not a condition, welcome, welcome but not required, sparkle, want, wants, you might
    also have, might also have, welcome extras, cherry on the cake, plusses, advantage, advantages, helpful but
    optional, you may also have, may also have, we would also love, handy, assets, additional merits, merits,
    meriting, cool, advantageous to have, good extras
""")
"""Headings of what would be nice."""

UNASKED_SECTION = listed("""
    what you don't need, what you do not need, you don't need, you do not need, you won't need, you will not need,
    not needed, what we don't need, what this is not, what this role is not, what it is not, what it isn't, this is
    not, what this job is not, you will not, you won't, not required, what you won't do, what you will not do, what
    we don't do, don't need, do not need, we don't, what you can forget, not for you if, don't apply if, this role
    is not, not this job, not this role, what we do not need, you needn't have, you need not have, not expected, not
    looking for, we are not looking for, we're not looking for, you don't need to have, needn't have, leave at home,
    please leave at home, don't stress about, do not stress about, what not to stress about
""")
"""Headings of what is not asked for."""

ASIDE_SECTION = listed("""
    benefits, perks, perks and benefits, what we offer, we offer, our offer, what's in it for you, whats in it for
    you, what you'll get, what you get, why join, why join us, why us, why you'll love, about us, about the company,
    who we are, our company, our story, our mission, our values, our culture, culture, the company, company
    overview, company description, about our company, how to apply, to apply, apply, application process, interview
    process, hiring process, recruitment process, the process, next steps, process, equal opportunity, equal
    opportunities, diversity, diversity and inclusion, inclusion, equality, eeo, eeo statement, disclaimer, privacy,
    privacy notice, data protection, legal, agencies, accommodations, accessibility, salary, compensation, pay,
    package, rewards, reward, location, hours, contract, working pattern, working hours, closing date, reports to,
    department, in return, notice, small print, the small print, security clearance, salary and benefits
""")
"""Headings of what the employer says of itself, offers or wants to know."""

FILLERS = frozenset(
    listed("""
    a, also, alternatively, an, as, both, course, e, eg, either, equivalent, even, g, ideally, like, maybe, modern,
    now, of, optionally, other, perhaps, plus, possibly, preferably, similar, some, such, the, then, well, in, with
""")
)
"""Words that may come with an item of a list."""

KNOWING = frozenset(
    listed("""
    advanced, as, basic, both, build, building, code, coding, create, creating, deep, develop, ensure, excellent,
    experience, fluent, framework, from, good, implement, in, including, know, knowledge, language, learn, library,
    like, modern, of, on, our, proficiency, proficient, programming, solid, some, strong, tool, understand,
    understanding, use, uses, using, via, with, write, writing, written, your, for, to, present, explain, manage,
    engage, version, enough, any, little, clear, maintain, design, deliver, own, produce, run, support, improve,
    set, great
""")
)
"""Words shortly before a name that speak of knowing or using it."""

NAMED_AFTER = frozenset(
    listed("""
    api, app, application, backend, charts, cluster, code, coding, developer, endpoint, engineer, environment,
    experience, expertise, framework, job, knowledge, language, library, microservice, model, modeling, modelling,
    package, pipeline, platform, practice, principle, programmer, programming, script, service, skill, stack,
    technique, tool
""")
)
"""Words right behind a name that make it one."""

VERBAL = frozenset(
    listed("""
    a, above, ahead, all, an, as, at, beyond, big, deep, every, far, for, from, further, hand, home, idea, in,
    interest, into, it, joy, live, new, of, on, our, out, over, sure, that, the, their, this, through, to, up, us,
    we, when, where, with, your, yourself
""")
)
"""Words right behind a verb rather than a name: "go the extra mile", "excel at", "spark joy"."""

RESUMING = frozenset(
    listed("""
    we, you, they, it, just, only, but, our, your, strong, good, solid, instead, rather, here, this, experience,
    knowledge
""")
)
"""Words behind which something else is said than what a "no" denies."""

NUMBERS = {
    word: number for number, word in enumerate(listed("one, two, three, four, five, six, seven, eight, nine, ten"), 1)
}
"""Numbers written out."""

TURNS = frozenset(
    listed("""
    although, but, however, though, whereas, while, yet
""")
)
"""Words that begin a clause which says something else."""

ABBREVIATED = frozenset(
    listed("""
    approx, dr, e, eg, etc, g, i, ie, inc, incl, ltd, max, min, mr, st, vs
""")
)
"""What a full stop ends no sentence behind."""

NO_TECHNOLOGY = frozenset(
    listed("""
    401k, ada, ag, ai, am, amsterdam, apac, april, asap, august, b2b, b2c, ba, bachelor, bangalore, berlin, bsc, bv,
    c2c, ceo, cet, cfo, computer, coo, cto, cv, d, dbs, december, degree, dei, dublin, edinburgh, eeo, emea,
    engineering, english, espp, est, eu, eur, europe, faq, february, french, friday, fte, gbp, gcse, gdpr, german,
    gmbh, gmt, h1b, hmo, hnd, hr, hybrid, i, iaas, id, ii, iii, inc, india, iso, it, iv, january, july, june, kpi,
    lgbt, lgbtq, lgbtqia, llc, london, ltd, ma, manchester, march, master, masters, mathematics, may, mba, md,
    monday, msc, mvp, nhs, november, nyc, october, ok, okr, ote, paas, paris, pay, phd, physics, plc, pm, poc, pst,
    pto, q1, q2, q3, q4, r, remote, roi, rsu, saas, saturday, sc, science, september, singapore, spanish,
    statistics, sunday, tba, tbc, thursday, tokyo, toronto, tuesday, uae, uk, university, us, usa, usd, vp, w2,
    wednesday
""")
)
"""Capitals and capitalised words of every advert: places, degrees, firms, days."""
