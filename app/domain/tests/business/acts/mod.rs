//! Every act: what it changes when it holds, and every refusal that it can give.

mod answering;
mod appealing;
mod arriving;
mod away;
mod companions;
mod confirming;
mod evidence;
mod forgetting;
mod handing_over;
mod judging;
mod last_visits;
mod leaving;
mod marking;
mod needs;
mod pairing;
mod photographing;
mod placing;
mod posting;
mod reopening;
mod scope;
mod sightings;
mod skipping;
mod taking_back;
mod tasks;
mod vanishing;
mod viewing;
